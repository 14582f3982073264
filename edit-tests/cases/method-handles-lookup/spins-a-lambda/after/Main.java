package app;

import java.lang.invoke.*;

class Main {
    private int twice(int n) { return 2 * n; }
    String show() throws Throwable { MethodHandles.Lookup l = MethodHandles.lookup(); MethodType t = MethodType.methodType(int.class, int.class); return "" + ((java.util.function.IntUnaryOperator) LambdaMetafactory.metafactory(l, "applyAsInt", MethodType.methodType(java.util.function.IntUnaryOperator.class, Main.class), t, l.findVirtual(Main.class, "twice", t), t).getTarget().invoke(this)).applyAsInt(5); }
}
