package app;

import java.util.function.*;
class Main {
    String show() { Function<String, Item> make = Item::new; IntFunction<int[]> array = int[]::new; return make.apply("made").s + array.apply(3).length; }
    static final class Item {
        final String s;
        private Item(String s) { this.s = s; }
    }
}
