package app;

import java.util.function.*;
class Main implements Function<Integer, String> {
    @Override public String apply(Integer n) { return n > 5 ? "many" : Integer.toString(n, 2); }
    String show() { Function<Integer, String> f = this; return f.apply(3) + f.andThen(String::length).apply(10); }
}
