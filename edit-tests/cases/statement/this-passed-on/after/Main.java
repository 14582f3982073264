package app;

import java.util.*;
class Main {
    final int n = 1;
    String show() { List<Main> all = new ArrayList<>();
        all.add(this);
        java.util.function.Supplier<Main> s = () -> this;
        return peek(this) + "" + peek(s.get()) + (all.get(0) == this) + all.indexOf(Main.this); }
    static int peek(Main m) { return m.n; }
}
