package app;

class Helper {
    private final String s;
    Helper(String s) { this.s = s; }
    String text() { return s + twice(s); }
    private static String twice(String s) { return s + s; }
}
