package app;

class Main {
    final Item a = new Item();
    final Item b = new Item(3);
    String show() { return a.text() + b.text(); }
}
