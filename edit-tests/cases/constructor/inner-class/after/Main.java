package app;

class Main {
    final int base = 3;
    class Inner {
        final int n;
        Inner(int n) { this.n = (n + base) * (base + 2); }
        int value() { return n; }
    }
    final Inner inner = new Inner(1);
    String show() { return "" + inner.value(); }
}
