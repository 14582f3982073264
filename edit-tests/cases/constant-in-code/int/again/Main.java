package app;

class Main {
    String show() { int n = -1; return "" + n * 2; }
}
