package app;

class Main {
    final Cell c = new Cell("v");
    String show() { return "c" + c; }
}
