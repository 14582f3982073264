package app;

class Main {
    String show() { return first(2); }
    private String first(int n) { return second(n + 1); }
    private String second(int n) { return new Helper().third(n * 2); }
}
