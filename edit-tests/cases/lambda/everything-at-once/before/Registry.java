package app;

import java.util.*;
import java.util.function.*;
abstract class Registry<E extends Enum<E>> {
    private final List<Function<? super E, String>> handlers = new ArrayList<>();
    protected void on(Function<? super E, String> f) { handlers.add(f); }
    protected String fire(E e) {
        StringBuilder out = new StringBuilder();
        for (Function<? super E, String> h : handlers) { out.append(h.apply(e)); }
        return out.toString();
    }
}
