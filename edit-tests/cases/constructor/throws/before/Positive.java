package app;

class Positive {
    final int n;
    Positive(int n) {
        this.n = n;
    }
}
