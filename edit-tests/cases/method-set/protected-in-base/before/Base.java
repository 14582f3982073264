package app;

class Base {
    String prefix() { return "base "; }
}
