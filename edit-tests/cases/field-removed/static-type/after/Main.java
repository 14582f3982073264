package app;

class Main {
    static String mode = "two".trim();
    String show() { return "mode " + mode; }
}
