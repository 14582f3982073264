package app;

class Main {
    static class Coin { final int value = 5;
    @Override public String toString() { return super.toString().length() > 3 ? "c" + value : ""; }
 }
    final Object coin = new Coin();
    String show() { String s = coin.toString(); return s.startsWith("app.Main$Coin@") ? "plain" : s; }
}
