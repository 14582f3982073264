package app;

import java.util.function.*;
class Main {
    final int n = Integer.parseInt("4");
    final IntSupplier s;
    Main() { s = () -> 1 + this.n; }
    String show() { return "" + s.getAsInt(); }
}
