package app;

class Pong {
    static int hits;
    static String hit(int n) { hits = n; return "o" + Ping.hit(n) + hits; }
}
