package app;

class Main extends app.base.Base {
    String show() { return "main"; }
}
