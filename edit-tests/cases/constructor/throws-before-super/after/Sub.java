package app;

class Sub extends Base {
    private static int positive(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("negative");
        }
        return n;
    }

    Sub(int n) {
        super("n" + positive(n));
    }
}
