package app;

class Main {
    static int MAX = 3;
    String show() { int old = MAX; MAX = 9; String s = old + "max" + MAX; MAX = old; return s; }
}
