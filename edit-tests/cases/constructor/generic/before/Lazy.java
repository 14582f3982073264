package app;

class Lazy<T> {
    final T value;
    int calls;
    Lazy(java.util.function.Supplier<? extends T> source) {
        value = source.get();
        calls = 1;
    }
}
