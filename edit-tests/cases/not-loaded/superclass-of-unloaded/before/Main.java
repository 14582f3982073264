package app;

class Main extends Loaded {
    String show() { return name(); }
}
