package app;

import java.util.*;
class Main {
    static final Comparator<String> ORDER = Comparator.comparing((String s) -> -s.length()).thenComparing(String::compareTo);
    String show() { var l = new ArrayList<>(List.of("bb", "a", "c", "aa")); l.sort(ORDER); return l + ""; }
}
