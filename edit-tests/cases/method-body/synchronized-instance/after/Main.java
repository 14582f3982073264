package app;

class Main {
    synchronized String locked() {
        return "two " + Thread.holdsLock(this) + Thread.holdsLock(Main.class);
    }
    String show() { return locked(); }
}
