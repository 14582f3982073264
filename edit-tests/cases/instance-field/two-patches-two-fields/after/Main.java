package app;

class Main {
    int first = 1;
    String show() { return "" + first; }
}
