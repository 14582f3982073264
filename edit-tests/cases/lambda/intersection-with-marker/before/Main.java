package app;

import java.util.function.*;
class Main {
    interface Marker { }
    String show() {
        Object o = (IntPredicate & Marker) n -> n > 2;
        return o instanceof Marker ? "m" + ((IntPredicate) o).test(2) : "";
    }
}
