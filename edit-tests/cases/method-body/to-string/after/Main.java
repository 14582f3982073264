package app;

class Main {
    final int id = 4;
    @Override public String toString() { return "Main#" + id + "/" + getClass().getSimpleName(); }
    String show() { return "<" + this + ">"; }
}
