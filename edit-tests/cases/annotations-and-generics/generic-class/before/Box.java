package app;

class Box {
    private final Object v;
    Box(Object v) { this.v = v; }
    Object get() { return v; }
}
