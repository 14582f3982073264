package app;

final class Ids {
    private Ids() { }
    static int next(int n) { return n + 1; }
}
