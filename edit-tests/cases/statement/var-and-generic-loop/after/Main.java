package app;

import java.util.*;
class Main {
    static String list(Map<String, List<Integer>> m) { var out = new StringJoiner("/");
        for (var e : m.entrySet()) { for (var n : e.getValue()) { out.add(e.getKey() + n); } }
        return out.toString(); }
    String show() { return list(new TreeMap<>(Map.of("b", List.of(1), "a", List.of(2, 3)))); }
}
