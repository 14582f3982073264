package app;

class Main {
    final int x = 3;
    final String y = "y";
    String show() { return x + " " + y + "."; }
}
