package app;

class Main {
    static String kind(Object o) {
        if (o instanceof String s && s.length() > 2) { return "long " + s; }
        return "other";
    }
    String show() { return kind("abc") + kind("a") + kind(5); }
}
