package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot static int tick(int n) { return n + 1; }
    String show() { return "" + MainHot.tick(4); }
}
