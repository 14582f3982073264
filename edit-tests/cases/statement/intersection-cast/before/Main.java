package app;

import java.util.*;
class Main {
    static <T extends Comparable<T> & java.io.Serializable> String both(T a, T b) { return a.compareTo(b) + ""; }
    String show() { return both("a", "c"); }
}
