package app;

class Main extends Base {
    @Override Main self() { return this; }
    String name() { return "main"; }
    String show() { Base b = this; return b.self().getClass().getSimpleName() + self().name(); }
}
