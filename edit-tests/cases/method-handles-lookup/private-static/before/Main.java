package app;

import java.lang.invoke.*;

class Main {
    private static String secret(int n) { return "s" + n; }
    String show() throws Throwable { return secret(1); }
}
