package app;

class Main {
    static String first = "f".repeat(2);
    static String second = first + first.length();
    static String third = second.toUpperCase();
    String show() { return second + first + third; }
}
