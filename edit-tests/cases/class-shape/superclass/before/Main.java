package app;

class Main extends A {
    String show() { return name(); }
}
