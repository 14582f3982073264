package app;

class Later {
    static String text() { return "too late"; }
}
