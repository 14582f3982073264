package app;

class Main {
    String show() { return app.util.Boxes.box(app.util.Strings.star("a")); }
}
