package app;

class Main {
    static boolean fails = false;
    int size = check();
    String show() {
        String seen;
        fails = true;
        try { seen = "" + size; } catch (IllegalStateException e) { seen = e.getMessage(); }
        fails = false;
        return (seen.length() > 9 ? "late " : "") + size;
    }
    static int check() {
        if (fails) { throw new IllegalStateException("not yet"); }
        return 8;
    }
}
