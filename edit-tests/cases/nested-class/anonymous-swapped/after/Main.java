package app;

class Main {
    Object a;
    Object b;
    Main() {
        b = new Object() { int n = 2; @Override public String toString() { return "two" + n; } };
        a = new Object() { @Override public String toString() { return "one"; } };
    }
    String show() { return a + ", " + b; }
}
