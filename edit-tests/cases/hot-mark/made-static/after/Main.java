package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot static int twice(int n) { return n * 2 + 1; }
    String show() { return MainHot.twice(2) + " " + MainHot.twice().call(3); }
}
