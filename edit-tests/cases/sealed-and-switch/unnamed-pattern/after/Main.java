package app;

class Main {
    record Pair(Object a, Object b) { }
    static String left(Object o) {
        return o instanceof Pair(String a, _) ? a.repeat(3) : "none";
    }
    String show() { return left(new Pair("l", 2)) + left(new Pair("l", "r")); }
}
