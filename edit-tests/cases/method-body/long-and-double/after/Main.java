package app;

class Main {
    static double mix(long a, double b, int c, long d) {
        return d * b + (a >> 38) + c;
    }
    String show() { return "" + mix(1L << 40, 0.5, 8, 3L); }
}
