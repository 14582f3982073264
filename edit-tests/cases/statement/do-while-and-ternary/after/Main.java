package app;

class Main {
    static int collatz(int n) {
        int steps = 0;
        do { n = (n & 1) == 0 ? n >> 1 : n > 1000 ? 1 : (n << 1) + n + 1; } while (++steps < 5 && n > 1);
        return steps;
    }
    String show() { return "" + collatz(6); }
}
