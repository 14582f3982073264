package app;

/** Every edit changes all of these at once; each of their values tells the generation it was written for. */
final class Values {
    private Values() {}

    static long plain() {
        return /*generation*/ 0L;
    }

    static synchronized long multiplied() {
        return /*generation*/ 0L * 31;
    }
}

class Instance {
    private final String text = "of ";

    String spoken() {
        return text + negative(0);
    }

    private long negative(int depth) {
        return depth == 3 ? -/*generation*/ 0L : negative(depth + 1);
    }
}
