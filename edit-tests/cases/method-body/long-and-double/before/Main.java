package app;

class Main {
    static double mix(long a, double b, int c, long d) {
        return a + b * c - d;
    }
    String show() { return "" + mix(1L << 40, 0.5, 8, 3L); }
}
