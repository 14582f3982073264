package app;

class Main extends Loaded {
    String show() { Loaded l = new Unloaded();
        return name() + "," + l.name(); }
}
