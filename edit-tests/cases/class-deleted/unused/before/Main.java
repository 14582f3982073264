package app;

class Main {
    final Object old = new Old();
    String show() { return old.toString(); }
}
