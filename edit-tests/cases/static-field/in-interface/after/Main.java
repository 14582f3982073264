package app;

class Main implements Limits {
    String show() { return LOW + ".." + HIGH; }
}
