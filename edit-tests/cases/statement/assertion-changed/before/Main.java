package app;

class Main {
    static int third(int n) {
        assert n > 0;
        return n / 3;
    }
    String show() { return third(9) + ""; }
}
