package app;

class Main {
    String show() { return Size.valueOf("S").name(); }
}
