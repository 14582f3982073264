package app;

class Main {
    final Box box = new Box("v");
    String show() { return box.get() + ""; }
}
