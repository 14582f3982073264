package app;

class Main {
    String show() { return new Heavy().sum() + ""; }
}
