package app;

class Main {
    static long total;
    static double[] rates = {0.5, 2};
    static volatile boolean on;
    String show() { total = (long) (rates[1] * 10); on = !on | true; return total + " " + on; }
}
