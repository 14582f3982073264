package app;

class Main {
    int size = 7;
    String show() { return "" + (size + 1); }
}
