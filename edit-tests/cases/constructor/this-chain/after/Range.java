package app;

class Range {
    final String text;
    Range() { this(1); }
    Range(int from) { this(from, from + 5); }
    Range(int from, int to) { if (to < from) { throw new IllegalArgumentException(); }
        text = "[" + from + "," + to + ")"; }
}
