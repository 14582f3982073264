package app;

class Range {
    final String text;
    Range() { this(1); }
    Range(int from) { this(from, from + 5); }
    Range(int from, int to) { text = from + ".." + to; }
}
