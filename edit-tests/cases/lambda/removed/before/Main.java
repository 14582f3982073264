package app;

import java.util.function.*;
class Main {
    String show() {
        IntUnaryOperator inc = n -> n + 1;
        IntUnaryOperator dec = n -> n - 1;
        return inc.applyAsInt(5) + "" + dec.applyAsInt(5);
    }
}
