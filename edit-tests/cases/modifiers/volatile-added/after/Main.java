package app;

class Main {
    volatile int a = 1;
    long b = 2;
    static volatile double c = 3;
    String show() { a = 5; b = 6; c = 7; a++; b += a; c /= 2; return a + "," + b + " " + c; }
}
