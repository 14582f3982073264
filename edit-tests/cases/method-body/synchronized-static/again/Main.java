package app;

class Main {
    static int calls(int n) { return n; }
    static synchronized long twice(long n) {
        return 2 * n + (Thread.holdsLock(Main.class) ? calls(100) : 0);
    }
    String show() { return "" + twice(20); }
}
