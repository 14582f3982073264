package app;

enum Op {
    TWICE { @Override int apply(int n) { return n * factor + calls++ * 0; } };
    static int factor = Integer.parseInt("7");
    private static int calls;
    abstract int apply(int n);
}
