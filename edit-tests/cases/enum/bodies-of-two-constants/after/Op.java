package app;

enum Op {
    ADD { @Override int of(int a, int b) { return a + b + 10; } },
    TIMES { @Override int of(int a, int b) { return a * b * 10; } },
    MINUS { @Override int of(int a, int b) { return a - b; } };

    abstract int of(int a, int b);
}
