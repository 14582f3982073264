package app;

import java.util.*;
class Main {
    static <T> T first(List<? extends T> all) { return all.get(all.size() - 1); }
    String show() { return Main.<CharSequence>first(List.of("a", "b")).length() + "."; }
}
