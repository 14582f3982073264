package app;

class Main {
    String show() { return left() + right(); }
    private int width() { return 30; }
    private String left() { return "left " + width(); }
    private String right() { return "r" + width() * 2; }
}
