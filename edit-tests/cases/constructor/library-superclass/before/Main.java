package app;

import java.util.*;
class Main {
    final Words words = new Words(3);
    String show() { return words.toString(); }
}
