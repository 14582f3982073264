package app;

record Point(int x, int y) {
    double length() { return Math.sqrt(x * x + y * y); }
}
