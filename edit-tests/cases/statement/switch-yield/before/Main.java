package app;

class Main {
    static int eval(String op, int a) {
        return op.equals("neg") ? -a : a;
    }
    String show() { return eval("neg", 2) + "," + eval("inv", 0) + "," + eval("x", 3); }
}
