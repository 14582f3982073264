package app;

import java.util.*;
import java.util.function.*;
class Main extends Registry<Main.Event> {
    enum Event { START, STOP }
    private int seen;
    private static String label(Event e) { return e.name().toLowerCase(); }
    Main() { on(e -> switch (e) { case START -> "go" + ++seen; case STOP -> label(e) + (seen += 10); }); }
    String show() { seen = 0; return fire(Event.START) + fire(Event.STOP); }
}
