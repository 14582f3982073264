package app;

class Main {
    final int width = 2;
    String show() { return "w" + width; }
}
