package app;

class Main {
    String show() { return run(n -> n + 1); }
    static String run(Step s) { return "" + s.after(10); }
}
