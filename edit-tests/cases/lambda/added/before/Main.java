package app;

import java.util.function.*;
class Main {
    String show() {
        Supplier<String> a = () -> "a";
        return a.get();
    }
}
