package app;

class Main {
    String show() { Priced p = new Item("tea", Kind.DRINK);
        return p.price() + "" + p; }
}
