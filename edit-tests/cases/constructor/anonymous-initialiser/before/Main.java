package app;

import java.util.*;
class Main {
    final Map<String, Integer> map = new HashMap<>() {
        private static final long serialVersionUID = 1;
        { put("a", 1); }
    };
    String show() { return new TreeMap<>(map).toString(); }
}
