package app;

class Main {
    final Box<String> box = new Box<>("v");
    String show() { return box.get(); }
}
