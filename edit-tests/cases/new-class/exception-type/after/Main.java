package app;

class Main {
    static int check(int n) { if (n > 1) { throw new TooBig(n); } return n; }
    String show() { try { return "" + check(2); } catch (TooBig e) { return "big " + e.n; } }
}
