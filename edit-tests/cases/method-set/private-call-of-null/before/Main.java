package app;

class Main {
    final Main none = null;
    String show() { return "one"; }
}
