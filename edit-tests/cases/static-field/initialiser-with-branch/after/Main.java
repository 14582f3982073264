package app;

class Main {
    static final boolean BIG = Integer.parseInt("3") > 2;
    static final String NAME = BIG ? "big" : "small";
    String show() { return NAME + BIG; }
}
