package app;

import java.util.function.*;
class Main {
    final DoubleSupplier s = make(1L << 40, 0.5, 'x', true);
    static DoubleSupplier make(long l, double d, char c, boolean b) {
        return () -> b ? l / 1024 + d + c : d;
    }
    String show() { return "" + s.getAsDouble(); }
}
