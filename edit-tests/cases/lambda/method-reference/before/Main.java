package app;

import java.util.function.*;
class Main {
    String show() { Function<String, String> f = String::trim; return "[" + f.apply(" a ") + "]"; }
}
