package app;

class Main {
    String show() { return new Pos(3).x() + ""; }
}
