package app;

class Main {
    static abstract class Unit { String sign() { return "u"; } }
    static class Metre extends Unit { int m; }
    static class Gram extends Unit { @Override String sign() { return "g"; } }
    final Unit[] units = { new Metre(), new Gram() };
    String show() { return units[0].sign() + units[1].sign(); }
}
