package app;

class Main {
    String show() { return fancy(); }
    private static String fancy() { return "*fancy*"; }
}
