package app;

import java.util.ArrayList;

class Main {
    private final String name = "m";

    class Row extends ArrayList<String> {
        Row(int n) {
            super(n + 1);
            add(name);
        }
    }

    String show() {
        return "" + new Row(2);
    }
}
