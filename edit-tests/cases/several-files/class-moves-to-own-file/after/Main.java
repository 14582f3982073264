package app;

class Main {
    String show() { return Side.text(); }
}
