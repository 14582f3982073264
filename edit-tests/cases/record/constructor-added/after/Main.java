package app;

class Main {
    String show() {
        return "" + new Point(3) + new Point("four");
    }
}
