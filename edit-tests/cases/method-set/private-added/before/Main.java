package app;

class Main {
    final String name = "x";
    String show() { return name; }
}
