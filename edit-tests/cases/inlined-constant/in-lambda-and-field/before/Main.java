package app;

import java.util.function.*;
class Main {
    int twice = Sizes.UNIT * 2;
    final IntUnaryOperator op = n -> n + Sizes.UNIT;
    String show() { return twice + " " + op.applyAsInt(0); }
}
