package app;

import dev.subsecond.annotations.Hot;
class Main {
    @Hot static String name(String who) { return "hi " + who; }
    String show() { return MainHot.name("Ann"); }
}
