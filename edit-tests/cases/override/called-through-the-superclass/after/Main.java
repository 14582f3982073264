package app;

class Main {
    static class Shape { String name() { return "shape"; } String twice() { return name() + name(); } }
    static class Square extends Shape { int side = 2;
    @Override String name() { return "square" + side; }
 }
    final Shape shape = new Square();
    String show() { return shape.twice(); }
}
