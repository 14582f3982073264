package app;

import java.lang.invoke.*;

class Main {
    private static String secret(int n) { return "s" + n; }
    String show() throws Throwable { MethodHandle h = MethodHandles.lookup().findStatic(Main.class, "secret", MethodType.methodType(String.class, int.class)); return (String) h.invokeExact(2); }
}
