package app;

class Range {
    private final int from;
    private final int to;

    Range() {
        this(0, 10);
    }

    Range(int from, int to) {
        this.from = from;
        this.to = to;
    }

    int length() {
        return to - from;
    }
}
