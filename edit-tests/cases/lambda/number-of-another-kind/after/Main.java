package app;

import java.util.function.Supplier;

class Main {
    private final String name = "n";

    String show() {
        Supplier<String> own = () -> name;
        Supplier<String> letter = () -> "b";
        return own.get() + letter.get();
    }
}
