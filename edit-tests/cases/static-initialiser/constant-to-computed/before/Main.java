package app;

class Main {
    static final int N = 4;
    String show() { return "n" + N; }
}
