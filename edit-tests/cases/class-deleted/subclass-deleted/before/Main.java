package app;

class Main {
    final Base b = Base.make();
    String show() { return b.name(); }
}
