package app;

class Numbers {
    static int third(int n) { return n / 3; }
}
