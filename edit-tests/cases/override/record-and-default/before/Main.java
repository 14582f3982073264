package app;

class Main {
    interface Named { default String label() { return "?"; } }
    record Point(int x, int y) implements Named { }
    final Named named = new Point(1, 2);
    String show() { return named.label(); }
}
