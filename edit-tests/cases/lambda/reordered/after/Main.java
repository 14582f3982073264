package app;

import java.util.function.*;
class Main {
    Supplier<String> a;
    Supplier<String> b;
    Main() {
        b = () -> "second";
        a = () -> "first";
        a = a == null ? b : a;
    }
    String show() { return a.get() + " " + b.get(); }
}
