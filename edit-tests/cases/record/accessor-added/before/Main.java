package app;

class Main {
    final Item item = new Item("k", 2);
    String show() { return item.name() + item.count(); }
}
