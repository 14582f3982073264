package app;

class Main {
    final int width = 2;
    int height = width * 3;
    String show() { return "w" + width + "h" + height; }
}
