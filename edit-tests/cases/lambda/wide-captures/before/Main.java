package app;

import java.util.function.*;
class Main {
    final DoubleSupplier s = make(1L << 40, 0.5, 'x', true);
    static DoubleSupplier make(long l, double d, char c, boolean b) {
        return () -> b ? l * d : c;
    }
    String show() { return "" + s.getAsDouble(); }
}
