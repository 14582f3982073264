package app;

class Later {
    static String text() { return "much later"; }
}
