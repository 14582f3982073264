package app;

import java.util.function.*;
class Main {
    String show() { return "none"; }
    static final class Item {
        final String s;
        private Item(String s) { this.s = s; }
    }
}
