package app;

class Main {
    static String run(Object o) {
        try { return "" + ((String) o).charAt(3); }
        catch (ClassCastException e) { return "cast"; }
    }
    String show() { return run(1) + run("abcd"); }
}
