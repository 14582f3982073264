package app;

class Main {
    static int mode = Integer.parseInt("2");
    String show() { return "mode " + mode; }
}
