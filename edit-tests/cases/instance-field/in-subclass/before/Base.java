package app;

class Base {
    String base() { return "base"; }
}
