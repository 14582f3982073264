package app;

class Main {
    String show() { return step(2) + ""; }
    static int last;
    static int[] bins = new int[2];
    static int step(int n) { last = n; last++; last *= 3; bins[0] = 1; bins[0] += last--; return bins[0] * 100 + last; }
}
