package app;

import java.util.*;
class Main implements Comparator<String> {
    final List<String> words = new ArrayList<>(List.of("pear", "fig", "apple"));
    @Override public int compare(String a, String b) {
        return Integer.compare(a.length(), b.length());
    }
    String show() { words.sort(this); return words.toString(); }
}
