package app;

import java.util.*;
class Main {
    static <T extends Comparable<T> & java.io.Serializable> String both(T a, T b) { Object o = a;
        var c = (CharSequence & Comparable<String>) o;
        return c.length() + c.compareTo("b") + ""; }
    String show() { return both("a", "c"); }
}
