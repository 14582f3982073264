package app;

class Main {
    String show() {
        if (Flags.DEBUG) { return "debug " + detail(); }
        return "quiet";
    }
    private String detail() { return "detail"; }
}
