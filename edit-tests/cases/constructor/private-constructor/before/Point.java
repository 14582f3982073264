package app;

final class Point {
    final int x;
    final int y;
    private Point(int x, int y) { this.x = x; this.y = y; }
    static Point of(int n) { return new Point(n, n + 1); }
}
