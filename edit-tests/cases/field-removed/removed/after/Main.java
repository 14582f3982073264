package app;

class Main {
    final int used = 2;
    String show() { return used + "!"; }
}
