package app;

import java.util.*;
import java.util.function.*;
abstract class Base<T extends Comparable<T>> {
    protected String run(List<T> all, Function<? super T, String> f) { return join(all, f); }
    private <R> String join(List<T> all, Function<? super T, R> f) {
        StringBuilder b = new StringBuilder();
        all.stream().sorted().forEach(t -> b.append(f.apply(t)));
        return b.toString();
    }
}
