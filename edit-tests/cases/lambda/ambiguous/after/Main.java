package app;

import java.util.function.*;
class Main {
    Supplier<String> a;
    Supplier<String> b;
    Main() {
        a = () -> "a2";
        b = () -> "b2";
    }
    String show() { return a.get() + b.get(); }
}
