package app;

import java.util.*;
class Main {
    final List<Object> all = new ArrayList<>();
    Main() {
        all.add(new Object() { @Override public String toString() { return "gone soon"; } });
        all.add(new Comparable<Object>() { @Override public int compareTo(Object o) { return 5; } });
    }
    @SuppressWarnings("unchecked")
    String show() { return ((Comparable<Object>) all.get(all.size() - 1)).compareTo("") + ""; }
}
