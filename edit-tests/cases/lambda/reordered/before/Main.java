package app;

import java.util.function.*;
class Main {
    Supplier<String> a;
    Supplier<String> b;
    Main() {
        a = () -> "first";
        b = () -> "second";
    }
    String show() { return a.get() + b.get(); }
}
