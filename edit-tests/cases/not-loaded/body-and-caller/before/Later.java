package app;

class Later {
    static String text() { return "later"; }
}
