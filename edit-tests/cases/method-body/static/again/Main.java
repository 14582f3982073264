package app;

class Main {
    static String words(int n) {
        return "no. " + (n + 1);
    }
    String show() { return words(3); }
}
