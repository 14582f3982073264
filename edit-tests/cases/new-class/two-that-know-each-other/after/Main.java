package app;

class Main {
    String show() { return Ping.hit(3); }
}
