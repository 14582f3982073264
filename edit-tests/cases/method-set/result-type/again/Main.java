package app;

class Main {
    String show() { var v = value(); return v + "/" + (v + v); }
    double value() { return 7.5; }
}
