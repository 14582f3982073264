package app;

class Main {
    String show() { return "no limit"; }
}
