package app;

class Main {
    final Range r = new Range();
    String show() { return r.text; }
}
