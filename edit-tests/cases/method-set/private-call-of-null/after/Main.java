package app;

class Main {
    final Main none = null;
    private int two() { return 2; }
    String show() { try { return "" + none.two(); } catch (NullPointerException e) { return "null has no two"; } }
}
