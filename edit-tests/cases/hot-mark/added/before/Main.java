package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot static int one() { return 1; }
    static int two() { return 2; }
    String show() { return MainHot.one() + "," + two(); }
}
