package app;

class Main {
    static int length(@SuppressWarnings("x") final String s) {
        @SuppressWarnings("y") int n = s == null ? 0 : s.length();
        return n + 1;
    }
    String show() { return length("abc") + ""; }
}
