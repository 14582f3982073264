package app;

enum Size {
    S, M, L;
    Size next() { return values()[(ordinal() + 1) % values().length]; }
    static Size of(char c) { return valueOf(String.valueOf(c)); }
}
