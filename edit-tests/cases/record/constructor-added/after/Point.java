package app;

record Point(int x, int y) {
    Point(int x) {
        this(x, -x);
    }

    Point(String text) {
        this(text.length());
    }
}
