package app;

class Main {
    String show() { return (1L << 34) + " " + -0.0f + " " + Double.NaN; }
}
