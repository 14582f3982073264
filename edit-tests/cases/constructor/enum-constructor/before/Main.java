package app;

class Main {
    final Level one = Level.LOW;
    String show() { return one.label(); }
}
