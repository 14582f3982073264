package app;

import java.lang.invoke.*;

class Main {
    private int twice(int n) { return 2 * n; }
    String show() throws Throwable { return "" + twice(2); }
}
