package app;

class Main {
    String show() {
        return "" + new Point(1, 2);
    }
}
