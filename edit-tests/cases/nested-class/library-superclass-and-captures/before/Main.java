package app;

class Main {
    private final String name = "m";

    String show() {
        return name;
    }
}
