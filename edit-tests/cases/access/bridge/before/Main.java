package app;

import java.util.function.*;
class Main implements Function<Integer, String> {
    @Override public String apply(Integer n) { return "n" + n; }
    String show() { Function<Integer, String> f = this; return f.apply(3) + f.andThen(String::length).apply(10); }
}
