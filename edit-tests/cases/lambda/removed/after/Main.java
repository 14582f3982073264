package app;

import java.util.function.*;
class Main {
    String show() {
        IntUnaryOperator dec = n -> n - 1;
        return "" + dec.applyAsInt(5);
    }
}
