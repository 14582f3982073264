package app;

class TooBig extends RuntimeException {
    private static final long serialVersionUID = 1;
    final transient int n;
    TooBig(int n) { super("too big"); this.n = n; }
}
