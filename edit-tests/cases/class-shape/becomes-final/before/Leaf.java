package app;

class Leaf {
    String text() { return "leaf"; }
}
