package app;

final class Pos {
    private final int x;
    Pos(int x) { this.x = x; }
    int x() { return x; }
}
