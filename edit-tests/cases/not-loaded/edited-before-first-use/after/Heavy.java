package app;

class Heavy {
    private final int[] data = {1, 2};
    int sum() { int s = 0; for (int d : data) { s += d; } return s * 10; }
}
