package app;

class Main {
    final int spare = 1;
    final int used = 2;
    String show() { return spare + used + ""; }
}
