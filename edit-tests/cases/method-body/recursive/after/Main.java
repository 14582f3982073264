package app;

class Main {
    long f(int n) {
        return n < 2 ? 1 : f(n - 1) + f(n - 2);
    }
    String show() { return "" + f(6); }
}
