package app;

class Main {
    static final int LIMIT = Integer.parseInt("20");
    String show() { return "" + LIMIT; }
}
