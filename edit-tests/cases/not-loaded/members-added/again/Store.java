package app;

import java.util.*;
class Store {
    final Map<String, Integer> items = new TreeMap<>();
    private int puts;
    static String prefix = "store ".trim() + ":";
    Store putAll(String... all) { for (String s : all) { put(s); puts += 2; } return this; }
    String describe() { return prefix + items + puts; }
    void put(String s) { items.merge(s, 1, Integer::sum); }
}
