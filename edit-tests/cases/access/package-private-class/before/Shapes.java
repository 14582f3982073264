package app.lib;

public class Shapes {
    public static Shape unit() { return new Unit(); }
}
class Unit implements Shape {
    @Override public String name() { return "unit"; }
}
