package app;

class Tool {
    static int square(int n) { return n * n * n; }
    static int twice(int n) { return n + n; }
}
