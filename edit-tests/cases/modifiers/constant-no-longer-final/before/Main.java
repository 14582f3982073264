package app;

class Main {
    static final int MAX = 3;
    String show() { return "max" + MAX; }
}
