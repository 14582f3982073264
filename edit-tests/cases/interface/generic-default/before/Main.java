package app;

import java.util.*;
class Main {
    final List<Source<?>> all = List.of(new Words(), new Numbers());
    String show() { return all.get(0).first() + "" + all.get(1).first(); }
}
