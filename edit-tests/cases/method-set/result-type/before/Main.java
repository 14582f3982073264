package app;

class Main {
    String show() { var v = value(); return v + "/" + (v + v); }
    int value() { return 7; }
}
