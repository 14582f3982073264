package app;

class Main {
    String show() { return (1L << 33) + " " + 1.5f + " " + 2.25; }
}
