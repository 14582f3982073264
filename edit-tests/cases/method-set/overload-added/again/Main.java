package app;

class Main {
    String show() { return what(1).trim() + what("s"); }
    static String what(int n) { return " int"; }
    static String what(String s) { return " string"; }
    static String what(Object o) { return " object"; }
}
