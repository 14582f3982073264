package app;

class Main {
    static final boolean BIG = Integer.parseInt("3") > 2;
    String show() { return "" + BIG; }
}
