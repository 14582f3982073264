package app;

class Ping {
    static final String NAME = Pong.class.getSimpleName();
    static String hit(int n) { return n == 0 ? NAME : "i" + Pong.hit(n - 1); }
}
