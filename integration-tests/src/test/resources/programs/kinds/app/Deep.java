package app;

/** A method that is reached through others only. */
final class Deep {
    private Deep() {}

    static String one() {
        return two();
    }

    private static String two() {
        return new Deep().three(3);
    }

    private String three(int depth) {
        return "e" + depth;
    }
}
