package app;

class Item {
    private final int size;

    Item(int size) {
        this.size = size;
    }

    Item(String text) {
        this(2 * text.length());
    }

    @Override
    public String toString() {
        return "item" + size;
    }
}
