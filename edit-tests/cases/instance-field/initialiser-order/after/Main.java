package app;

class Main {
    final String a = "a";
    final String b = a.toUpperCase();
    final String c = a + "c";
    String show() { return b + c; }
}
