package app;

class Main {
    private final Item kept = new Item(1);

    String show() {
        return kept + " " + new Item("four");
    }
}
