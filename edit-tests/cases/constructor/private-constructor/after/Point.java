package app;

final class Point {
    final int x;
    final int y;
    private Point(int x, int y) { this.x = x; this.y = y * 100; }
    static Point of(int n) { return new Point(n - 1, n); }
}
