package app;

import java.util.function.*;
class Main {
    final int base = 10;
    private final IntUnaryOperator add = n -> n + base;
    String show() { return "" + add.applyAsInt(5); }
}
