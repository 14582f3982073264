package app;

interface Described {
    String name();
    default String describe() { return "<" + name() + ">"; }
}
