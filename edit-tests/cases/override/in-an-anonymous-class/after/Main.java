package app;

class Main {
    static class Filter { boolean keep(int n) { return n > 2; } String run() { return keep(2) + "" + keep(3); } }
    final Filter filter = new Filter() {
        @Override boolean keep(int n) { return !super.keep(n); }
    };
    String show() { return filter.run(); }
}
