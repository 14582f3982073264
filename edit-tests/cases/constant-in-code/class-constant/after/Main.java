package app;

class Main {
    String show() { return int[][].class.getSimpleName(); }
}
