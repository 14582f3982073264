package app;

class Base {
    protected static int seed = base() + 10;
    static int base() { return 1; }
}
