package app;

class Main {
    String show() { return left() + right(); }
    private int size() { return 3; }
    private String left() { return "l" + size(); }
    private String right() { return "r" + size() * 2; }
}
