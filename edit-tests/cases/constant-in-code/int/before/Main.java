package app;

class Main {
    String show() { int n = 5; return "" + n * 2; }
}
