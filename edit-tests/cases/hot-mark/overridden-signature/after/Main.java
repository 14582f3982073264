package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot String tick(int n, int more) { return "b" + n + "+" + more; }
    String show() { return MainHot.tick(this, 2, 1) + " " + MainHot.tick().call(new Sub(), 2, 1); }
}
class Sub extends Main {
    @Override String tick(int n, int more) { return "s" + n + "+" + more; }
}
