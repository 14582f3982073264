package app;

class Main {
    static String run(int n) {
        StringBuilder b = new StringBuilder();
        try {
            b.append(10 / n);
        } catch (ArithmeticException e) {
            b.append("caught ");
            try { throw new IllegalStateException(e); } catch (IllegalStateException again) { b.append(again.getCause() == e); }
        } finally {
            b.append(";");
        }
        return b.toString();
    }
    String show() { return run(0) + run(5); }
}
