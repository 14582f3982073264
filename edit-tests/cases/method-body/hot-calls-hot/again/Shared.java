package app;

class Shared {
    static int bonus() { return 2; }
}
