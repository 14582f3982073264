package app;

class Main {
    String show() { return Mode.values().length + Mode.SLOW.name(); }
}
