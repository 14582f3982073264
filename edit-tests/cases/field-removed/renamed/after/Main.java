package app;

class Main {
    private int total = 4;
    private int square() { return total * total + 1; }
    String show() { return total + "::" + square(); }
}
