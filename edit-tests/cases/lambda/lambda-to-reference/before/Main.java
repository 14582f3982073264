package app;

import java.util.*;
class Main {
    String show() { var l = new ArrayList<>(List.of(3, 1, 2)); l.sort((a, b) -> Integer.compare(a, b)); return l + ""; }
}
