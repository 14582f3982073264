package app;

class Main {
    static String first = "f".repeat(2);
    static String second = first + first.length();
    String show() { return second + first; }
}
