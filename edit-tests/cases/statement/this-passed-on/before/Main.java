package app;

import java.util.*;
class Main {
    final int n = 1;
    String show() { return "self"; }
    static int peek(Main m) { return m.n; }
}
