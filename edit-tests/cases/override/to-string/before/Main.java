package app;

class Main {
    static class Coin { final int value = 5; }
    final Object coin = new Coin();
    String show() { String s = coin.toString(); return s.startsWith("app.Main$Coin@") ? "plain" : s; }
}
