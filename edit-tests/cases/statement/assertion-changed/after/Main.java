package app;

class Main {
    static int third(int n) {
        assert n > 0 && n < Integer.MAX_VALUE : n;
        return n / 3 - 1;
    }
    String show() { return third(9) + ""; }
}
