package app;

class Main {
    String show() { return old() + "new"; }
    static String old() { return "old"; }
}
