package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot static String name(String who, long times) { return "hi " + who + ", " + times; }
    String show() { return MainHot.name("Ann", 3L); }
}
