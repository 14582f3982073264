package app;

class Main {
    String show() {
        return new Sub(1).text + new Sub(2) {}.text;
    }
}
