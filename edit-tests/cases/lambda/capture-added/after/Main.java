package app;

import java.util.function.*;
class Main {
    final Supplier<String> s = make(2, 3);
    static Supplier<String> make(int a, int b) {
        return () -> "a" + a + "b" + b;
    }
    String show() { return s.get(); }
}
