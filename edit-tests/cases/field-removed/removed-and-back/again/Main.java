package app;

class Main {
    String kept = "k".repeat(3);
    String show() { return kept + "!"; }
}
