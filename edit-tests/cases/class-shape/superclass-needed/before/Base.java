package app;

class Base {
    String text() { return "base"; }
}
