package app;

import dev.subsecond.annotations.Hot;
class Main {
    final int base = 5;
    @Hot int level(int n) { return base + helper(n); }
    private static int helper(int n) { return n; }
    String show() { return "" + MainHot.level().call(this, 2); }
}
