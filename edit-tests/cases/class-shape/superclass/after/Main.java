package app;

class Main extends B {
    String show() { return name(); }
}
