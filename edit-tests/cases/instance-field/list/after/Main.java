package app;

import java.util.*;
class Main {
    final String id = "x";
    private final List<String> log = new ArrayList<>(List.of("made"));
    String show() { if (log.size() < 2) { log.add(id); } return log.toString(); }
}
