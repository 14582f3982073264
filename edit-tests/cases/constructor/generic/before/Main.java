package app;

import java.util.function.*;
class Main {
    final Lazy<String> lazy = new Lazy<>(() -> "val");
    String show() { return lazy.value + lazy.calls; }
}
