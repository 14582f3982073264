package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot static int one() { return 1; }
    @Hot static int two() { return 22; }
    String show() { return MainHot.one() + "," + MainHot.two(); }
}
