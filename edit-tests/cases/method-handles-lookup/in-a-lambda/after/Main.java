package app;

import java.lang.invoke.*;

class Main {
    private int n = 4;
    String show() throws Throwable { java.util.function.Supplier<MethodHandles.Lookup> a = () -> MethodHandles.lookup(), b = MethodHandles::lookup; VarHandle h = a.get().findVarHandle(Main.class, "n", int.class); return (int) h.get(this) + b.get().lookupClass().getName(); }
}
