package app;

class Box<T> {
    private final T v;
    Box(T v) { this.v = v; }
    T get() { return v; }
}
