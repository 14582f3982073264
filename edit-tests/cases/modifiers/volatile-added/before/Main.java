package app;

class Main {
    int n = 1;
    String show() { return n + ""; }
}
