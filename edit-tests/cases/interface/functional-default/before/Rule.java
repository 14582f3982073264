package app;

@FunctionalInterface
interface Rule {
    boolean test(int n);
    default Rule not() { return n -> !test(n); }
}
