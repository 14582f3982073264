package app;

interface Codec {
    default String encode(String s) { return s + "1"; }
}
