package app;

class Main {
    String show() { return Level.LOW.text() + Level.HIGH.text(); }
}
