package app;

class Main {
    static class P { final String s; private P(String a, int n) { s = a + n; } }
    static P make(String t) { return new P(t, switch (t.length()) { case 1 -> { try { yield Integer.parseInt(t); } catch (NumberFormatException e) { yield -1; } } default -> 0; }); }
    String show() { return make("x").s; }
}
