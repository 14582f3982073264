package app;

class Main {
    final String name = "Ann";
    String show() { return "Dear " + name; }
}
