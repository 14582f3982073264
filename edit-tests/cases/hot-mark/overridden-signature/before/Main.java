package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot String tick(int n) { return "b" + n; }
    String show() { return MainHot.tick(this, 2) + " " + MainHot.tick().call(new Sub(), 2); }
}
class Sub extends Main {
    @Override String tick(int n) { return "s" + n; }
}
