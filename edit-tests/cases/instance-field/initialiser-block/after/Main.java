package app;

import java.util.*;
class Main {
    final List<String> all = new ArrayList<>();
    { all.add("y"); }
    String show() { return all + ""; }
}
