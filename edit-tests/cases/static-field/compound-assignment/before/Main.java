package app;

class Main {
    String show() { return step(2) + ""; }
    static int step(int n) { return n; }
}
