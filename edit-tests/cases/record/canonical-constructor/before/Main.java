package app;

class Main {
    String show() { return new Range(5, 2).from() + "x"; }
}
