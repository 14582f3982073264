package app;

import java.util.*;
class Store {
    final Map<String, Integer> items = new TreeMap<>();
    void put(String s) { items.merge(s, 1, Integer::sum); }
}
