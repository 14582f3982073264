package app;

class Main extends Middle {
    @Override public String toString() { return "main"; }
    @Override protected String text(int n) { return "m" + n; }
    String show() { return text(1) + this; }
}
