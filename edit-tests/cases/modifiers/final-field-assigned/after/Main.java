package app;

class Main {
    static class Cell { int v = Integer.parseInt("4"); int get() { return v; } }
    final Cell cell = new Cell();
    String show() { cell.v = cell.v < 9 ? 9 : 10; int got = cell.get(); cell.v = 4; if (got == 9) { return "nine"; } return "" + cell.get(); }
}
