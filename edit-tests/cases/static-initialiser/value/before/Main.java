package app;

class Main {
    static final int LIMIT = Integer.parseInt("10");
    String show() { return "" + LIMIT; }
}
