package app;

import java.util.*;
class Main {
    static final List<String> SEEN = new ArrayList<>();
    String show() { return SEEN + " kept"; }
}
