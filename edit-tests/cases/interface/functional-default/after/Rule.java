package app;

@FunctionalInterface
interface Rule {
    boolean test(int n);
    default Rule not() { Rule self = this;
        return n -> n == 4 || !self.test(n); }
}
