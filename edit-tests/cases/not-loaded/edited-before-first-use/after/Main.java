package app;

class Main {
    String show() { return "still waiting"; }
}
