package app;

class Main {
    String show() { return new Name("ann").value() + new Name("bob"); }
}
