package app;

class Main {
    String show() {
        return "good morning, world".concat("!");
    }
}
