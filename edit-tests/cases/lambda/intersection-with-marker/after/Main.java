package app;

import java.util.function.*;
class Main {
    interface Marker { }
    String show() {
        Object o = (IntPredicate & Marker) n -> {
            int half = n / 2;
            return half == 1;
        };
        return o instanceof Marker ? "m" + ((IntPredicate) o).test(2) : "";
    }
}
