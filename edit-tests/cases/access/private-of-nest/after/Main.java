package app;

class Main {
    private int hidden = 1;
    private static String stamp(int n) { return "s" + n; }
    class In {
        private int deep = 2;
        private int sum() { hidden = 1; return deep * 10 + ++hidden; }
    }
    final In in = new In();
    String show() { in.deep = 4;
        in.deep--;
        return stamp(in.sum()) + in.deep; }
}
