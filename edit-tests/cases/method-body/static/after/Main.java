package app;

class Main {
    static String words(int n) {
        return "number " + (n + 1);
    }
    String show() { return words(3); }
}
