package app;

import java.util.function.*;
class Main {
    String show() {
        Supplier<String> b = () -> "b";
        Supplier<String> a = () -> "a";
        return b.get() + a.get();
    }
}
