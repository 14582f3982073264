package app;

class Main {
    static class Filter { boolean keep(int n) { return n > 2; } String run() { return keep(2) + "" + keep(3); } }
    final Filter filter = new Filter() {
        int calls;
    };
    String show() { return filter.run(); }
}
