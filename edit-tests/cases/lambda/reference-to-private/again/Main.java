package app;

import java.util.*;
import java.util.function.*;
class Main {
    private String one(String s) { return s + 1; }
    static String two(String s) { return s + 2; }
    String show() { return List.<UnaryOperator<String>>of(this::one, Main::two, this::three).stream().map(f -> f.apply("x")).toList().toString(); }
    private String three(String s) { return s + 4; }
}
