package app;

class Main {
    final Object lock = new Object();
    String run() { synchronized (lock) { return "in"; } }
    String show() { return run() + Thread.holdsLock(lock); }
}
