package app;

final class Limits {
    static final int MAX = 100;

    private Limits() {}
}
