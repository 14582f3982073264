package app;

import java.util.*;
class Main implements Visitor {
    @Override public String leaf(int n) { return "l" + n; }
    String show() { return visit(List.of(1, 2)); }
}
