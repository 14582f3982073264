package app;

class Main extends Middle {
    final int c;
    Main() { c = b + 1; }
    String show() { return a + "" + b + c; }
}
