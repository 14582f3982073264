package app;

class Main {
    final Main[] all = {this, this};
    String show() { Main[] copy = all.clone();
        copy[0] = null;
        int[][] n = new int[2][];
        n[0] = new int[] {7}.clone();
        return all.length + "" + (all[0] == copy[0]) + n[0][0]; }
}
