package app;

import java.util.*;
import java.util.stream.*;
interface Visitor {
    String leaf(int n);
    default String visit(List<Integer> all) { return all.stream().map(n -> n > 1 ? wrap(leaf(n)) + wrap("") : leaf(-n)).collect(Collectors.joining()); }
    private String wrap(String s) { return s.isEmpty() ? sep() : "[" + s + "]";
    }
    private static String sep() {
        return "/"; }
}
