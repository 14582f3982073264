package app;

class Item {
    String text = "-";
    Item(int n) {
        while (text.length() < 4) { text += n; }
    }
}
