package app;

import java.util.*;
class Main {
    final List<Animal> all = List.of(new Cat(), new Cow());
    String show() { String s = ""; for (Animal a : all) { s += a.name(); } return s; }
}
