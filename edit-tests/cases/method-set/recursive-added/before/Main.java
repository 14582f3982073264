package app;

class Main {
    String show() { return "" + sum(5); }
    static int sum(int n) { return n; }
}
