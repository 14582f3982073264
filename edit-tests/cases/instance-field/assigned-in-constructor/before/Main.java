package app;

class Main {
    final int n;
    Main() {
        n = 5;
    }
    String show() { return "" + n; }
}
