package app;

class Main {
    String show() { return greet("Ann", 2); }
    static String greet(String name, int times) { return "ho ".repeat(times) + name; }
}
