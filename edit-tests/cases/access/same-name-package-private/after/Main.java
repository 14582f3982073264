package app;

class Main extends app.base.Base {
    String secret() { return "my main"; }
    String show() { return secret() + open(); }
}
