package app;

class Main {
    static int limit = 41 + 1;
    String show() { return "max " + limit; }
}
