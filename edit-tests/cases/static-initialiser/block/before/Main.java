package app;

import java.util.*;
class Main {
    static final List<String> ALL = new ArrayList<>();
    static { ALL.add("a"); }
    String show() { return ALL.toString(); }
}
