package app;

class Positive {
    final int n;
    Positive(int n) {
        if (n < 0) { throw new IllegalArgumentException(n + " < 0"); }
        this.n = n;
    }
}
