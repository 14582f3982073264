package app;

class Main extends app.base.Node {
    Main() { super("m"); }
    String show() { return key(); }
}
