package app;

class Main {
    String show() {
        return new Sub(3).tell();
    }
}
