package app;

final class Ids {
    private Ids() { }
    private static int offset = 100;
    static int next(int n) { return offset + n; }
}
