package app;

class Main {
    String show() { return Main[].class.getSimpleName(); }
}
