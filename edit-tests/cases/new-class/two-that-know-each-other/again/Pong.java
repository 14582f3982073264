package app;

class Pong {
    static int hits;
    static String hit(int n) { hits = n; return "O" + Ping.hit(n) + hits; }
}
