package app;

class Main {
    static int run(int n) {
        try {
            if (n > 1) { return n; }
            try { n = Integer.parseInt("x"); } finally { n += 40; }
        } catch (NumberFormatException e) {
            return -n;
        } finally {
            n = 6;
        }
        return n;
    }
    String show() { return run(0) + " " + run(3); }
}
