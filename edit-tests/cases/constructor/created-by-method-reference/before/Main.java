package app;

import java.util.stream.*;
class Main {
    String show() {
        return Stream.of(1, 2).map(Item::new).map(i -> i.text).collect(Collectors.joining(" "));
    }
}
