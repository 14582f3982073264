package app;

class Main {
    static String kind(Object o) {
        if (!(o instanceof Integer n)) { return "no number"; }
        if (n > 4) { return "big " + n; }
        return "other";
    }
    String show() { return kind("abc") + kind("a") + kind(5); }
}
