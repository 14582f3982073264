package app;

class Main {
    enum Suit { CLUBS, HEARTS }
    static int value(Object card) {
        return switch (card) {
            case Suit s when s == Suit.HEARTS -> 2;
            default -> 0;
        };
    }
    String show() { return value(Suit.HEARTS) + "" + value(Suit.CLUBS) + value("x"); }
}
