package app;

class Heavy {
    private final int[] data = {3, 4, 5};
    int sum() { int s = 0; for (int d : data) { s += d; } return s * 10; }
}
