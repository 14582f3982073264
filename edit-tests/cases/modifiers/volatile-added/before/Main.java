package app;

class Main {
    int a = 1;
    volatile long b = 2;
    static double c = 3;
    String show() { a = 5; b = 6; c = 7; a++; b += a; c /= 2; return a + " " + b + " " + c; }
}
