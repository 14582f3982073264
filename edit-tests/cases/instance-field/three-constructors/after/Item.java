package app;

class Item {
    final int n;
    Item() { this(1); }
    Item(int n) { this.n = n; }
    int twice = 2;
    String text() { twice = n * 2; return "i" + n + "/" + twice; }
}
