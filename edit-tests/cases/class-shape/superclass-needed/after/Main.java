package app;

class Main {
    String show() { return new Leaf().text(); }
}
