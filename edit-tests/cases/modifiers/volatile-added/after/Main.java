package app;

class Main {
    volatile int n = 1;
    String show() { return n + "."; }
}
