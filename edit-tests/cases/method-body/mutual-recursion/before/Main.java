package app;

class Main {
    static boolean even(int n) { return n == 0 || odd(n - 1); }
    static boolean odd(int n) { return n != 0 && even(n - 1); }
    String show() { return even(10) + " " + odd(9) + " " + even(7); }
}
