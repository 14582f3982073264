package app;

class Main extends Part {
    @Override int size() { return 2; }
    String show() { return twice() + "p"; }
}
