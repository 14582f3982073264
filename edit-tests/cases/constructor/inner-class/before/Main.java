package app;

class Main {
    final int base = 3;
    class Inner {
        final int n;
        Inner(int n) { this.n = n + base; }
        int value() { return n; }
    }
    final Inner inner = new Inner(1);
    String show() { return "" + inner.value(); }
}
