package app;

class Tools {
    static String name() { return "tools"; }
}
