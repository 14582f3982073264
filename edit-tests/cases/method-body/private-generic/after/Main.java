package app;

import java.util.List;
class Main {
    private <T extends Comparable<T>> T best(List<T> all) {
        T best = all.get(0);
        for (T t : all) { if (t.compareTo(best) < 0) { best = t; } }
        return best;
    }
    String show() { return best(List.of("b", "c", "a")) + best(List.of(2, 9, 4)); }
}
