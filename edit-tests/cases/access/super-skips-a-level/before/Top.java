package app;

class Top {
    protected String text(int n) { return "top" + n; }
}
