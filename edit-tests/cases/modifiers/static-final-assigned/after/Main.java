package app;

class Main {
    static String NAME = new String("first");
    String show() { return NAME + rename(); }
    static String rename() { NAME = "second";
        return NAME; }
}
