package app;

import java.util.function.*;
class Main {
    final int base = 2;
    final IntUnaryOperator op = n -> n * base - 1;
    String show() { return "" + op.applyAsInt(10); }
}
