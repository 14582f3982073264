package app;

class Shared {
    static int bonus() { return Integer.bitCount(255); }
}
