package app;

class Main {
    String show() { return what(1).trim() + what("s"); }
    static String what(Object o) { return " object"; }
}
