package app;

enum Kind {
    DRINK(2), FOOD(5);
    final int price;
    Kind(int price) { this.price = price; }
}
