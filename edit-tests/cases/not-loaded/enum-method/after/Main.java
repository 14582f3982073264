package app;

class Main {
    String show() { return Tint.COLD.label() + Tint.valueOf("WARM").ordinal(); }
}
