package app;

import java.util.function.*;
interface Painter {
    default String paint(Color c) {
        Supplier<String> s = () -> switch (c) { case RED -> "rot"; case BLUE -> "blau"; default -> "?"; };
        return s.get();
    }
}
