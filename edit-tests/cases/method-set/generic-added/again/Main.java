package app;

import java.util.*;
import java.util.function.*;
class Main {
    String show() { return map(List.of(1, 2, 3), n -> n * n).toString(); }
    static <A, B> List<B> map(List<A> all, Function<? super A, ? extends B> f) {
        List<B> out = new ArrayList<>();
        for (A a : all) { out.add(f.apply(a)); }
        return out;
    }
}
