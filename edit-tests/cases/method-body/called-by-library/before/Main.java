package app;

import java.util.*;
class Main implements Comparator<String> {
    final List<String> words = new ArrayList<>(List.of("pear", "fig", "apple"));
    @Override public int compare(String a, String b) {
        return a.compareTo(b);
    }
    String show() { words.sort(this); return words.toString(); }
}
