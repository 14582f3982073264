package app;

import java.util.*;
import java.util.function.*;
class Main {
    static final Map<String, IntBinaryOperator> OPS = new TreeMap<>();
    static {
        OPS.put("add", (a, b) -> a + b);
        OPS.put("mul", (a, b) -> a * b + 1000);
        OPS.put("sub", (a, b) -> a - b);
    }
    String show() { String s = ""; for (var o : OPS.entrySet()) { s += o.getKey() + o.getValue().applyAsInt(7, 3); } return s; }
}
