package app;

class Main {
    String show() { return Shape.area(new Square(3)) + ""; }
}
