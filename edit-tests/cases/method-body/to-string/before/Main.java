package app;

class Main {
    final int id = 4;
    @Override public String toString() { return "Main " + id; }
    String show() { return "<" + this + ">"; }
}
