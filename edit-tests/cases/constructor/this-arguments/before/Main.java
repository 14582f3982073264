package app;

class Main {
    String show() {
        return "" + new Range().length();
    }
}
