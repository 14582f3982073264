package app;

class Base {
    String prefix() { return "base "; }
    protected String decorate(String s) { return "[" + s + "]"; }
}
