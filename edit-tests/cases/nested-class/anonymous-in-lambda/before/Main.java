package app;

import java.util.*;
import java.util.function.*;
class Main {
    String show() {
        Supplier<Iterator<Integer>> s = () -> new Iterator<>() {
            int n = 0;
            @Override public boolean hasNext() { return n < 3; }
            @Override public Integer next() { return n++; }
        };
        String seen = "";
        for (Iterator<Integer> i = s.get(); i.hasNext(); ) { seen += i.next(); }
        return seen;
    }
}
