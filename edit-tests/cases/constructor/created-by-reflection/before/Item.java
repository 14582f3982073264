package app;

class Item {
    final String text;
    Item(int n) { text = "item " + n; }
}
