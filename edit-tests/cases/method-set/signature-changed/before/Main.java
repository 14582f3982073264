package app;

class Main {
    String show() { return greet("Ann"); }
    static String greet(String name) { return "hi " + name; }
}
