package app;

class Main {
    static final StringBuilder TEXT = new StringBuilder("t");
    private static final String NAME = String.valueOf(TEXT);
    String show() { return NAME; }
}
