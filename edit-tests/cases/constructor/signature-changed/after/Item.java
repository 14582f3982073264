package app;

class Item {
    private final int size;

    Item(int size, String unit) {
        this.size = size * unit.length();
    }

    @Override
    public String toString() {
        return "item" + size;
    }
}
