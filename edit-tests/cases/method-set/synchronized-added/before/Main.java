package app;

class Main {
    String show() { return Thread.holdsLock(this) + ""; }
}
