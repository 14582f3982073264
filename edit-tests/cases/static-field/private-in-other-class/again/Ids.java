package app;

final class Ids {
    private Ids() { }
    private static int offset = 100;
    private static int factor = offset * 2;
    static int next(int n) { return offset + n; }
}
