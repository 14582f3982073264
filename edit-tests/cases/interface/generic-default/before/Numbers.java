package app;

import java.util.List;
class Numbers implements Source<Integer> {
    @Override public List<Integer> items() { return List.of(1, 2); }
    @Override public Integer first() { return 10; }
}
