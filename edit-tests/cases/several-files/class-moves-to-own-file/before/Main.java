package app;

class Main {
    String show() { return Side.text(); }
}
class Side {
    static String text() { return "side"; }
}
