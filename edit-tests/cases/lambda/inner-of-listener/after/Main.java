package app;

import java.util.*;
import java.util.function.*;
class Main {
    final Function<List<String>, String> all;
    Main() {
        all = list -> {
            StringBuilder out = new StringBuilder();
            list.forEach(s -> { if (out.length() > 0) { out.append(", "); } out.append(s); });
            return out.toString();
        };
    }
    String show() { return all.apply(List.of("x", "y")); }
}
