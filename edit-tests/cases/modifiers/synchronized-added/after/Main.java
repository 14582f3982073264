package app;

class Main {
    synchronized String a(int n) { if (n == 1) { throw new IllegalStateException(); } return n + "" + Thread.holdsLock(this); }
    static synchronized boolean b() { return Thread.holdsLock(Main.class); }
    String show() { String s = a(2); try { a(1); } catch (IllegalStateException e) { s += Thread.holdsLock(this); } return s + b() + Thread.holdsLock(Main.class); }
}
