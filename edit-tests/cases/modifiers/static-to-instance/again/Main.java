package app;

class Main {
    int rate = 3;
    String price(int n) { return "p" + (n + rate); }
    String show() { return price(4); }
}
