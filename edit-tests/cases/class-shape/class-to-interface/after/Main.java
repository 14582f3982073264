package app;

class Main {
    String show() { return Tools.name() + 1; }
}
