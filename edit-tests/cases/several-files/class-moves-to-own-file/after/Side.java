package app;

class Side {
    static String text() { return "own " + lower(); }
    private static String lower() { return "side"; }
}
