package app;

import java.util.function.*;
class Main {
    final IntFunction<IntUnaryOperator> adder = a -> b -> a * 100 + b;
    String show() { return "" + adder.apply(30).applyAsInt(4); }
}
