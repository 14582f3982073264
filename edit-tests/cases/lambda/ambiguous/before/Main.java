package app;

import java.util.function.*;
class Main {
    Supplier<String> a;
    Supplier<String> b;
    Main() {
        a = () -> "a1";
        b = () -> "b1";
    }
    String show() { return a.get() + b.get(); }
}
