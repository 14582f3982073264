package app;

interface Tools {
    static String name() { return "tool box"; }
}
