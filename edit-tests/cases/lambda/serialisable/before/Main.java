package app;

import java.io.Serializable;
import java.util.function.*;
class Main {
    String show() {
        Supplier<String> s = (Supplier<String> & Serializable) () -> "ser";
        return s.get() + (s instanceof Serializable);
    }
}
