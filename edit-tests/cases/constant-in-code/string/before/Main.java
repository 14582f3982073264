package app;

class Main {
    String show() {
        return "hello".concat("!");
    }
}
