package app;

class Main {
    final Object lock = new Object();
    String run() { try {
            synchronized (lock) { synchronized (this) { throw new IllegalStateException("" + Thread.holdsLock(lock)); } }
        } catch (IllegalStateException e) { return e.getMessage() + Thread.holdsLock(this); } }
    String show() { return run() + Thread.holdsLock(lock); }
}
