package app;

class Item {
    private final int size;

    Item(int size) {
        this.size = size;
    }

    @Override
    public String toString() {
        return "item" + size;
    }
}
