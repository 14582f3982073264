package app;

class Main {
    record Point(int x, int y) { }
    record Line(Point a, Point b) { }
    static String text(Object o) {
        return o instanceof Line l ? "line " + l.a().x() : "?";
    }
    String show() { return text(new Line(new Point(1, 2), new Point(3, 4))); }
}
