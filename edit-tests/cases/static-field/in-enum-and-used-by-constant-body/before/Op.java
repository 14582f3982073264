package app;

enum Op {
    TWICE { @Override int apply(int n) { return n * 2; } };
    abstract int apply(int n);
}
