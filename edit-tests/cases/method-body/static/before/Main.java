package app;

class Main {
    static String words(int n) {
        return "n" + n;
    }
    String show() { return words(3); }
}
