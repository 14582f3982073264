package app;

class Main {
    int rate = 3;
    static String price(int n) { return "p" + n; }
    String show() { return price(4); }
}
