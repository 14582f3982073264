package app;

class Main {
    static int search(int[][] grid, int x) {
        int steps = 0;
        outer:
        for (int[] row : grid) {
            for (int v : row) {
                if (v == x) { break outer; }
                if (v == 1) { steps += 100; }
                steps += 10;
            }
        }
        return steps;
    }
    String show() { return "" + search(new int[][] {{1, 2}, {3, 4}, {5, 6}}, 3); }
}
