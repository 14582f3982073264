package app;

import java.util.function.Supplier;

class Main {
    private final String name = "n";

    String show() {
        Supplier<String> letter = () -> "a";
        return letter.get();
    }
}
