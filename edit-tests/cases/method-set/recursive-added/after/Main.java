package app;

class Main {
    String show() { return "" + sum(5); }
    static int sum(int n) { return tri(n) - n; }
    static int tri(int n) { return n == 0 ? 0 : n + tri(n - 1); }
}
