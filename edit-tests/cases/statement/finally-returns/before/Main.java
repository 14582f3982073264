package app;

class Main {
    static int run(int n) {
        try {
            if (n > 1) { return n; }
        } finally {
            n = 5;
        }
        return n;
    }
    String show() { return run(0) + " " + run(3); }
}
