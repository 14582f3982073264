package app;

final class Leaf {
    String text() { return "last leaf"; }
}
