package app;

record Point(int x, int y) {
    double length() { return Math.abs(x) + Math.abs(this.y); }
}
