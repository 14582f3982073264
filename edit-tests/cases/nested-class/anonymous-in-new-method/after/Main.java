package app;

class Main {
    private final String name = "m";

    String show() {
        return text().get();
    }

    private java.util.function.Supplier<String> text() {
        return () -> new Object() {
            @Override
            public String toString() {
                return "in a lambda of " + name;
            }
        }.toString();
    }
}
