package app;

import java.util.function.*;
final class Pipe<T> {
    private final Supplier<T> source;
    private Pipe(Supplier<T> source) { this.source = source; }
    static <T> Pipe<T> of(T t) { return new Pipe<>(() -> t); }
    <R> Pipe<R> then(Function<? super T, ? extends R> f) { return new Pipe<>(() -> f.apply(source.get())); }
    T get() { return source.get(); }
}
