package app;

import java.util.*;
class Main {
    static Object first(List<?> all) { return all.get(0); }
    String show() { return first(List.of("a", "b")) + "."; }
}
