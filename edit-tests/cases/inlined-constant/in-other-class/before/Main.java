package app;

class Main {
    String show() { return "max " + Limits.MAX; }
}
