package app;

class Main {
    static final int N = Integer.getInteger("none", 9);
    String show() { return "n" + N; }
}
