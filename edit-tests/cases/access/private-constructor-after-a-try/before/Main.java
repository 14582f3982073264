package app;

class Main {
    static class P { final String s; private P(String a, int n) { s = a + n; } }
    static P make(String t) { return new P(t, 1); }
    String show() { return make("x").s; }
}
