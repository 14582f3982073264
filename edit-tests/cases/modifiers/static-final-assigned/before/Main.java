package app;

class Main {
    static final String NAME = new String("first");
    String show() { return NAME + rename(); }
    static String rename() { return ""; }
}
