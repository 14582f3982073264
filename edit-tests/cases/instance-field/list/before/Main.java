package app;

import java.util.*;
class Main {
    final String id = "x";
    String show() { return id; }
}
