package app;

class Main extends app.base.Base {
    String secret() { return "main"; }
    String show() { return secret() + open(); }
}
