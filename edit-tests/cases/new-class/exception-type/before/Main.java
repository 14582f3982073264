package app;

class Main {
    static int check(int n) { if (n > 1) { throw new IllegalStateException("n"); } return n; }
    String show() { try { return "" + check(2); } catch (IllegalStateException e) { return e.getMessage(); } }
}
