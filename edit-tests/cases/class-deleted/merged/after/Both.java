package app;

class Both {
    static String one() { return "one"; }
    static String two() { return "two"; }
}
