package app;

class Main {
    synchronized void check(int n) {
        if (n > 5) { throw new IllegalStateException("over 5"); }
    }
    String show() {
        String seen = "";
        for (int n = 0; n < 9; n += 4) {
            try { check(n); seen += n; } catch (IllegalStateException e) { seen += e.getMessage(); }
        }
        return seen + Thread.holdsLock(this);
    }
}
