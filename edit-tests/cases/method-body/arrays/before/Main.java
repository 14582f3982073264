package app;

class Main {
    final int[][] grid = new int[2][3];
    int[] fill(int[][] g) {
        for (int y = 0; y < g.length; y++) { for (int x = 0; x < g[y].length; x++) { g[y][x] = x + y; } }
        return g[1];
    }
    String show() { return java.util.Arrays.toString(fill(grid)); }
}
