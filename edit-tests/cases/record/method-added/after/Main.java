package app;

class Main {
    String show() { return Money.parse("7 USD").plus(new Money(5, "USD")) + ""; }
}
