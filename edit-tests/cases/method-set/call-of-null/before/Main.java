package app;

class Main {
    Main next;
    String show() { return "none"; }
}
