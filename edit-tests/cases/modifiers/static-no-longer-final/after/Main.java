package app;

class Main {
    static final StringBuilder TEXT = new StringBuilder("t");
    private static String NAME = String.valueOf(TEXT);
    String show() { String s = NAME; NAME = "set"; s += NAME; NAME = "t"; return s; }
}
