package app;

class Main {
    final int[][] grid = new int[2][3];
    int[] fill(int[][] g) {
        for (int y = 0; y < g.length; y++) { for (int x = 0; x < g[y].length; x++) { g[y][x] = x * 10 + y; } }
        g = new int[4][1][2].length > 3 ? g.clone() : g;
        return g[1];
    }
    String show() { return java.util.Arrays.toString(fill(grid)); }
}
