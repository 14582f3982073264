package app;

import java.util.stream.*;
class Main {
    String show() {
        return Stream.of("a", "b").map(s -> s.toUpperCase() + ".").collect(Collectors.joining());
    }
}
