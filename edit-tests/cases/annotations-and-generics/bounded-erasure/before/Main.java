package app;

class Main {
    static <T> String name(T t) { return "any " + t; }
    String show() { return name("s"); }
}
