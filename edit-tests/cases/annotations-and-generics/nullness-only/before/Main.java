package app;

class Main {
    static int length(String s) { return s.length(); }
    String show() { return length("abc") + ""; }
}
