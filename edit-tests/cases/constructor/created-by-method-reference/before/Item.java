package app;

class Item {
    String text = "-";
    Item(int n) {
        text = text + n;
    }
}
