package app;

class Main {
    boolean a() { return Thread.holdsLock(this); }
    static boolean b() { return Thread.holdsLock(Main.class); }
    String show() { return a() + "" + b(); }
}
