package app;

class Main {
    static String join(String... words) {
        return String.join("-", words);
    }
    String show() { return join("a", "b", null) + join(); }
}
