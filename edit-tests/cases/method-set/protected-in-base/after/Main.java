package app;

class Main extends Base {
    String show() { return prefix() + decorate("main"); }
}
