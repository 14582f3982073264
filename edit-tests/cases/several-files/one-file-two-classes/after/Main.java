package app;

class Main {
    String show() { return new Other().text(); }
}
class Other {
    String text() { return "other, " + Third.n(); }
}
class Third {
    static final int N = 3;
    static int n() { return N * 2; }
}
