package app;

class Main {
    synchronized boolean a() { return Thread.holdsLock(this); }
    static synchronized boolean b() { return Thread.holdsLock(Main.class); }
    String show() { return a() + "" + b(); }
}
