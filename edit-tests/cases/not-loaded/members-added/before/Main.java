package app;

class Main {
    String show() { return "none"; }
}
