package app;

class Main {
    final String a = "a";
    final String c = a + "c";
    String show() { return c; }
}
