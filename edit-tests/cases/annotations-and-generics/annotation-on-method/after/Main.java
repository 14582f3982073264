package app;

class Main {
    String show() { return "v" + old(); }
    @Deprecated
    @SuppressWarnings("unused")
    static int old() { return 2; }
}
