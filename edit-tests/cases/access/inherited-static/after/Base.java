package app;

class Base {
    static int factor = 2;
    static int twice(int n) { return n * Sub.factor + 1; }
}
