package app;

class Main {
    static final String ID = make();
    private static String make() { return "id1"; }
    String show() { return ID + make(); }
}
