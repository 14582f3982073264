package app;

class Main extends Base {
    @Override String name() { return "main"; }
    String show() { return name(); }
}
