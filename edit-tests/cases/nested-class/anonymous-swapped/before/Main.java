package app;

class Main {
    Object a;
    Object b;
    Main() {
        a = new Object() { @Override public String toString() { return "one"; } };
        b = new Object() { int n = 2; @Override public String toString() { return "two" + n; } };
    }
    String show() { return a + " " + b; }
}
