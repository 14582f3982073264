package app;

class Main {
    final int n;
    String label;
    Main() {
        n = 5;
        label = "label" + n;
    }
    String show() { return n + " " + label; }
}
