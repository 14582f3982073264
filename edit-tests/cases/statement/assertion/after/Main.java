package app;

class Main {
    static int half(int n) {
        assert n % 2 == 0 : "odd " + n;
        return n / 2 + 100;
    }
    String show() { return half(9) + ""; }
}
