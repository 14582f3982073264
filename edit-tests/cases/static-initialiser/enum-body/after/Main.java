package app;

class Main {
    static final String ID = make();
    private static String make() { return "id" + (ID == null ? "none" : ID.length()); }
    String show() { return ID + make(); }
}
