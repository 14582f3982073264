package app;

class Main {
    String show() { var v = value(); return v + "/" + (v + v); }
    String value() { return "7"; }
}
