package app;

class Main {
    synchronized String locked() {
        return "one " + Thread.holdsLock(this);
    }
    String show() { return locked(); }
}
