package app;

class Main {
    static class Cell { final int v = Integer.parseInt("4"); int get() { return v; } }
    final Cell cell = new Cell();
    String show() { return "" + cell.get(); }
}
