package app;

class Main {
    long size = 7L << 35;
    String show() { return "" + (size + 1); }
}
