package app;

import java.util.*;
class Main {
    String show() { return "x"; }
}
