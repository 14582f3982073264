package app;

class Main {
    String show() { return new Name("a").toString() + new Name("b").hashCode() * 0; }
}
