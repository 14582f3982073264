package app;

class Main {
    final Base one = new Sub();
    String show() { return one.name(); }
}
