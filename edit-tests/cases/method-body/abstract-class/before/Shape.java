package app;

abstract class Shape {
    abstract double area();
    protected String describe() { return "area " + area(); }
}
