package app;

class Main {
    static boolean fails = false;
    String show() { return "fine"; }
    static int check() {
        if (fails) { throw new IllegalStateException("not yet"); }
        return 8;
    }
}
