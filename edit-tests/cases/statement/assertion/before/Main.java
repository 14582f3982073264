package app;

class Main {
    static int half(int n) {
        return n / 2;
    }
    String show() { return half(9) + ""; }
}
