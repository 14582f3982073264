package app;

class Main {
    String show() { return new Other().text(); }
}
class Other {
    String text() { return "other " + Third.N; }
}
class Third {
    static final int N = 3;
}
