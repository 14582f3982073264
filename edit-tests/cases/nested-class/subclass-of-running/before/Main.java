package app;

class Main {
    String show() {
        return new Base().word();
    }
}
