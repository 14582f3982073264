package app;

class Main {
    final Shape s = new Shape(2);
    String show() { return s.name + s.sides; }
}
