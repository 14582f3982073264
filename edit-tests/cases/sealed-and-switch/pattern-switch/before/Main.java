package app;

class Main {
    static String kind(Object o) {
        return o instanceof String ? "text" : "other";
    }
    String show() { return kind("abc") + kind(50) + kind(null) + kind(1.5); }
}
