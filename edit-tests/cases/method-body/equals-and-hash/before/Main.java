package app;

import java.util.*;
class Main {
    final Map<Key, String> map = new HashMap<>();
    String show() {
        map.clear();
        for (String s : List.of("a", "A", "b")) { map.put(new Key(s), s); }
        return map.size() + map.get(new Key("a"));
    }
}
