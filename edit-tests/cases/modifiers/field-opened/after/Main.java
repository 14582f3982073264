package app;

class Main {
    String show() { return "" + (new Part().size + 1); }
}
