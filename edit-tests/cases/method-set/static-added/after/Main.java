package app;

class Main {
    String show() { return Tool.square(4) + ""; }
}
