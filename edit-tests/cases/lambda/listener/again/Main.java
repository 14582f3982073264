package app;

import java.util.*;
class Main {
    final List<Runnable> listeners = new ArrayList<>();
    String last = "";
    Main() { listeners.add(() -> last = "well heard " + listeners.size()); }
    String show() { listeners.forEach(Runnable::run); return last; }
}
