package app;

class Main {
    long f(int n) {
        return n < 2 ? 1 : n * f(n - 1);
    }
    String show() { return "" + f(6); }
}
