package app;

class Main {
    String show() { return Color.values().length + ""; }
}
