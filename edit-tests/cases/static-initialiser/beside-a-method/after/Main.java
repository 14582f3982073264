package app;

class Main {
    static String prefix = "b".repeat(3);
    String show() { return prefix + word(); }
    static String word() { return "word"; }
}
