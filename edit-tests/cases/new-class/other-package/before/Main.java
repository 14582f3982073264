package app;

class Main {
    String show() { return app.util.Strings.star("a"); }
}
