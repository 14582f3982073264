package app;

import java.util.*;
import java.util.function.*;
class Main {
    private String one(String s) { return s + 1; }
    static String two(String s) { return s + 2; }
    String show() { return List.<UnaryOperator<String>>of(this::one).get(0).apply("x"); }
}
