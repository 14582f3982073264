package app;

class Shape {
    String name;
    int sides = 4;
    Shape() { name = "shape"; }
    Shape(int n) { this(); name += n; }
}
