package app;

class Main {
    String show() { return new Money(5, "EUR").toString(); }
}
