package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot int twice(int n) { return n * 2; }
    String show() { return MainHot.twice(this, 2) + " " + MainHot.twice().call(this, 3); }
}
