package app;

enum Op {
    ADD { @Override int of(int a, int b) { return a + b + 0; } },
    TIMES { @Override int of(int a, int b) { return a * b / 1; } },
    MINUS { @Override int of(int a, int b) { return a - b; } };

    abstract int of(int a, int b);
}
