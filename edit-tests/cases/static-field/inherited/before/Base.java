package app;

class Base {
    static int base() { return 1; }
}
