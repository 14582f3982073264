package app;

class Item {
    final int n;
    Item() { this(1); }
    Item(int n) { this.n = n; }
    String text() { return "i" + n; }
}
