package app;

class Main {
    String show() { return Child.name("m"); }
}
