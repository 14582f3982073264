package app;

class Main {
    String name;
    double rate;
    boolean on;
    String show() { rate = 1.5; on = true; return name + rate + on; }
}
