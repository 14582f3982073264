package app;

class Main {
    String name;
    double rate;
    boolean on;
    String show() { return name + rate + on; }
}
