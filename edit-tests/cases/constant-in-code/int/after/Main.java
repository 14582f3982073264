package app;

class Main {
    String show() { int n = 500000; return "" + n * 2; }
}
