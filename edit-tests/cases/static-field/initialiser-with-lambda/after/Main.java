package app;

import java.util.*;
import java.util.function.*;
class Main {
    private static final Map<String, IntUnaryOperator> OPS = Map.of("double", n -> n * 2, "neg", n -> -n);
    String show() { return OPS.get("double").applyAsInt(7) + OPS.get("neg").applyAsInt(1) + ""; }
}
