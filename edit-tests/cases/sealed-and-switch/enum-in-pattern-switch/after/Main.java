package app;

class Main {
    enum Suit { CLUBS, HEARTS }
    static int value(Object card) {
        return switch (card) {
            case Suit.CLUBS -> 3;
            case Suit s -> 4 + s.ordinal();
            default -> 0;
        };
    }
    String show() { return value(Suit.HEARTS) + "" + value(Suit.CLUBS) + value("x"); }
}
