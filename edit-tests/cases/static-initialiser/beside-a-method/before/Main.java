package app;

class Main {
    static String prefix = "a".repeat(2);
    String show() { return prefix + word(); }
    static String word() { return "w"; }
}
