package app;

class Main {
    String show() { return "v" + old(); }
    static int old() { return 1; }
}
