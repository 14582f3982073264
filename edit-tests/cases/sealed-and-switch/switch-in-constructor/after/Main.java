package app;

import java.util.function.*;
class Main {
    enum Mode { A, B }
    final String made;
    final Function<Mode, String> f = m -> switch (m) { case A -> "changed " + m; case B -> "fb"; };
    Main() {
        switch (Mode.B) { case A: made = "a"; break; case B: made = "b"; break; default: made = "d"; }
    }
    String show() { return made + f.apply(Mode.A); }
}
