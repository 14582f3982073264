package app;

class Main {
    record Point(int x, int y) { }
    record Line(Point a, Point b) { }
    static String text(Object o) {
        return o instanceof Line(Point(var x, int y), Point b) && x < y ? x + y + "" + b : "?";
    }
    String show() { return text(new Line(new Point(1, 2), new Point(3, 4))); }
}
