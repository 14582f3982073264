package app;

class Main {
    synchronized boolean mine() { return Thread.holdsLock(this); }
    private static synchronized boolean ours(Object o) { return Thread.holdsLock(Main.class) && !Thread.holdsLock(o); }
    String show() { return mine() + "/" + ours(this); }
}
