package app;

class Helper {
    String third(int n) { return fourth(n) + "!"; }
    private static String fourth(int n) { return Integer.toString(n); }
}
