package app;

class Lazy<T> {
    final T value;
    int calls;
    Lazy(java.util.function.Supplier<? extends T> source) {
        value = source.get();
        for (T t = value; calls < 2; calls++) { if (t != source.get()) { calls += 10; } }
    }
}
