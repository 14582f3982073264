package app;

import java.util.List;
interface Source<T> {
    List<T> items();
    default T first() { return items().get(items().size() - 1); }
}
