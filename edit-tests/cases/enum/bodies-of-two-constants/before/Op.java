package app;

enum Op {
    ADD { @Override int of(int a, int b) { return a + b; } },
    TIMES { @Override int of(int a, int b) { return a * b; } },
    MINUS { @Override int of(int a, int b) { return a - b; } };

    abstract int of(int a, int b);
}
