package app;

class Main {
    static int fail() {
        int n = 0;
        n += 2;
        if (n < 2) { return n; }
        throw new IllegalStateException("here");
    }
    String show() {
        try { return "" + fail(); } catch (IllegalStateException e) {
            StackTraceElement top = e.getStackTrace()[0];
            return top.getFileName() + ":" + top.getLineNumber();
        }
    }
}
