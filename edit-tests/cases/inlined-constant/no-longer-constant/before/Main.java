package app;

class Main {
    String show() { return "v" + Version.MAJOR; }
}
