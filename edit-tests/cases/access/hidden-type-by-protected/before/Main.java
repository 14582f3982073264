package app;

class Main extends app.lib.Maker {
    String show() { return "m" + hidden(); }
    private String hidden() { return "-"; }
}
