package app;

class Main {
    private int count = 2;
    private int square() { return count * count; }
    String show() { return count + ":" + square(); }
}
