package app;

import java.util.function.*;
class Main {
    int mode = 1;
    String show() {
        Function<Integer, Object> f = mode > 0 ? n -> n * 2 : n -> "s" + n;
        return f.apply(4) + "";
    }
}
