package app;

class Base {
    static String text() { return "base"; }
}
