package app;

class Part {
    int size = 3;

    int size() { return size; }
}
