package app;

class Main {
    static int calls(int n) { return n; }
    static synchronized long twice(long n) {
        return n + (Thread.holdsLock(Main.class) ? calls(1) : 0);
    }
    String show() { return "" + twice(20); }
}
