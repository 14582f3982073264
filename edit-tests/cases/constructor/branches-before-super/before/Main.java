package app;

class Main {
    String show() {
        return new Sub(1).text;
    }
}
