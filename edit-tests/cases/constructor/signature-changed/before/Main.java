package app;

class Main {
    String show() {
        return "" + new Item(2);
    }
}
