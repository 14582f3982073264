package app;

import java.util.*;
import java.util.function.*;
class Main extends Registry<Main.Event> {
    enum Event { START, STOP }
    private int seen;
    private static String label(Event e) { return e.name().toLowerCase(); }
    Main() { on(e -> seen++ + label(e)); }
    String show() { seen = 0; return fire(Event.START) + fire(Event.STOP); }
}
