package app;

import java.util.function.*;
class Main {
    static final UnaryOperator<String> WRAP = s -> "[" + s + s + "]";
    String show() { return WRAP.apply("x"); }
}
