package app;

record Money(long cents, String currency) {
    static Money parse(String s) { String[] p = s.split(" "); return new Money(Long.parseLong(p[0]), p[1]); }
    Money plus(Money other) { return new Money(cents + other.cents, currency); }
}
