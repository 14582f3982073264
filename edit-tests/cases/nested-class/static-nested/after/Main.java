package app;

class Main {
    private static class Cell {
        private int v = 3;
        private static int offset() { return 1000; }
        private int twice() { return v * v + offset(); }
    }
    final Cell cell = new Cell();
    String show() { return cell.v + "/" + cell.twice(); }
}
