package app;

class Base {
    String word() { return "base"; }
}
