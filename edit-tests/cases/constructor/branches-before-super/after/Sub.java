package app;

class Sub extends Base {
    int squares;

    Sub(String text, int n) {
        super(n > 1 ? text + twice(s -> s + n) : n < 0 ? null : text);
        for (int i = 0; i < n; i++) {
            squares += i * i;
        }
    }

    private static String twice(java.util.function.UnaryOperator<String> f) {
        return f.apply(f.apply("-"));
    }

    Sub(int n) {
        super("n" + n);
    }
}
