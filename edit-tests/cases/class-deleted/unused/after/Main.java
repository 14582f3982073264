package app;

class Main {
    final Object old = "new";
    String show() { return old.toString(); }
}
