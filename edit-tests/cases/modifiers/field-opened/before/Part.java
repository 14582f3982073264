package app;

class Part {
    private int size = 3;

    int size() { return size; }
}
