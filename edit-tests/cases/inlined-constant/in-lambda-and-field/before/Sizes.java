package app;

final class Sizes {
    static final byte UNIT = 8;
}
