package app;

import java.util.*;
class Main {
    static String list(Map<String, List<Integer>> m) { return m.keySet().toString(); }
    String show() { return list(new TreeMap<>(Map.of("b", List.of(1), "a", List.of(2, 3)))); }
}
