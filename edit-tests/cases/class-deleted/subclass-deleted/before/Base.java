package app;

class Base {
    static Base make() { return new Sub(); }
    String name() { return "base"; }
}
