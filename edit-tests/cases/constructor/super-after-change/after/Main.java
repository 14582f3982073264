package app;

class Main extends Middle {
    final int c;
    Main() { c = b * a; }
    String show() { return a + "" + b + c; }
}
