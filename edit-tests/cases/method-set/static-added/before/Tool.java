package app;

class Tool {
    static int twice(int n) { return n + n; }
}
