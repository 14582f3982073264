package app;

class Main {
    String show() { return "own"; }
}
