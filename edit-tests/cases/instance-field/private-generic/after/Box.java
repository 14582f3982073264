package app;

class Box<T> {
    private final T value;
    Box(T value) { this.value = value; }
    private T last;
    T get() { T seen = last == null ? value : last; last = value; return seen; }
}
