package app;

class Main {
    String show() { return half(10); }
    static String half(int n) { return "half " + n / 2; }
}
