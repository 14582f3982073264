package app;

class Item {
    private final int size;
    private final String unit;

    Item(int size) {
        this(size, "mm");
    }

    Item(int size, String unit) {
        this.size = size;
        this.unit = unit;
    }

    @Override
    public String toString() {
        return "item" + size + unit;
    }
}
