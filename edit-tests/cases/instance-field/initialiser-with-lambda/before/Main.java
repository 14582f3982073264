package app;

import java.util.function.*;
class Main {
    final int base = 10;
    String show() { return "" + base; }
}
