package app;

class Main {
    String show() {
        return "" + new Words("a");
    }
}
