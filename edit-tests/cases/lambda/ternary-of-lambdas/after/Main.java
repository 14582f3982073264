package app;

import java.util.function.*;
class Main {
    int mode = 1;
    String show() {
        Function<Integer, Object> f = mode > 0 ? n -> "t" + n : n -> n * mode;
        return f.apply(4) + "";
    }
}
