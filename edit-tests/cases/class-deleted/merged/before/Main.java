package app;

class Main {
    String show() { return First.one() + Second.two(); }
}
