package app;

import java.util.*;
import java.util.function.*;
class Main extends Base<String> {
    String show() { return run(List.of("b", "a"), s -> s + "!"); }
}
