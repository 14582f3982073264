package app;

class Main {
    static String run(Object o) {
        try { return "" + ((String) o).charAt(3); }
        catch (ClassCastException | IndexOutOfBoundsException e) { return e.getClass().getSimpleName().substring(0, 5); }
    }
    String show() { return run(1) + run("abcd") + run("a"); }
}
