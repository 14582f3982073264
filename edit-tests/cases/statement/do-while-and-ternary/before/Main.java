package app;

class Main {
    static int collatz(int n) {
        int steps = 0;
        while (n != 1) { n = n % 2 == 0 ? n / 2 : 3 * n + 1; steps++; }
        return steps;
    }
    String show() { return "" + collatz(6); }
}
