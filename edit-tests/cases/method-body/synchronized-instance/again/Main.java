package app;

class Main {
    synchronized String locked() {
        return "three " + Thread.holdsLock(this) + Thread.holdsLock(Main.class);
    }
    String show() { return locked(); }
}
