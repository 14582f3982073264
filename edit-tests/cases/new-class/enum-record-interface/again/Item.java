package app;

record Item(String name, Kind kind) implements Priced {
    @Override public int price() { return switch (kind) { case DRINK -> kind.price + name.length(); case FOOD -> kind.price * 2; }; }
}
