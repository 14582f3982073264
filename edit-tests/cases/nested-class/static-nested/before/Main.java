package app;

class Main {
    private static class Cell {
        private int v = 3;
        private int twice() { return v * 2; }
    }
    final Cell cell = new Cell();
    String show() { return "" + cell.twice(); }
}
