package app;

class Range {
    private final int from;
    private final int to;

    Range() {
        this(from(), 10);
    }

    Range(int from, int to) {
        this.from = from;
        this.to = to;
    }

    private static int from() {
        return 4;
    }

    int length() {
        return to - from;
    }
}
