package app;

class Main {
    final String name = "x";
    String show() { return quoted(); }
    private String quoted() { return "<" + name + ">"; }
}
