package app;

class Main {
    String show() { return new app.fresh.Deep().name(); }
}
