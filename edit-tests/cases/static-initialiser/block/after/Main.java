package app;

import java.util.*;
class Main {
    static final List<String> ALL = new ArrayList<>();
    static { ALL.add("a"); ALL.add("b"); }
    String show() { return ALL.toString(); }
}
