package app;

class Main {
    private int hidden = 1;
    private static String stamp(int n) { return "s" + n; }
    class In {
        private int deep = 2;
        private int sum() { return deep + hidden; }
    }
    final In in = new In();
    String show() { return stamp(in.sum()); }
}
