package app;

class Main extends lib.Base {
    String show() { return whole(); }
}
