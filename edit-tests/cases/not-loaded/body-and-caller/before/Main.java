package app;

class Main {
    String show() { return "unused"; }
}
