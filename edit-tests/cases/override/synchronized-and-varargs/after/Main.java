package app;

class Main {
    static class Log { synchronized String write(long at, double d, Object... parts) { return at + ":" + parts.length + Thread.holdsLock(this); } }
    static class Short extends Log { @Override String write(long at, double d, Object... parts) { return Thread.holdsLock(this) + super.write(at + (long) d, d, parts); } }
    final Log log = new Short();
    String show() { return log.write(1L, 2.5, "a", 3); }
}
