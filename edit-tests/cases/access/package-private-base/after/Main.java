package app;

class Main {
    final app.lib.Pub pub = new app.lib.Pub();
    String show() { return pub.own() + "/" + pub.base(); }
}
