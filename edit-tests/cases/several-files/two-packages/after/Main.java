package app;

class Main {
    public String show() { return app.sub.Inner.text(2); }
    public static int twice(int n) { return n * 3; }
}
