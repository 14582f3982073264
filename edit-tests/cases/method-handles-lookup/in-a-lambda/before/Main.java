package app;

import java.lang.invoke.*;

class Main {
    private int n = 4;
    String show() throws Throwable { return "" + n; }
}
