package app;

class Main {
    static int fail() {
        throw new IllegalStateException("here");
    }
    String show() {
        try { return "" + fail(); } catch (IllegalStateException e) {
            StackTraceElement top = e.getStackTrace()[0];
            return top.getFileName() + ":" + top.getLineNumber();
        }
    }
}
