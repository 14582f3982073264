package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot static int outer(int n) { return MainHot.inner(n) + Shared.bonus(); }
    @Hot static int inner(int n) { return n * 2 + Shared.bonus(); }
    String show() { return MainHot.outer(3) + ""; }
}
