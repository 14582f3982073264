package app;

class Main {
    final Point p = Point.of(3);
    String show() { return p.x + "," + p.y; }
}
