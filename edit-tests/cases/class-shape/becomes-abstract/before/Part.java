package app;

class Part {
    int size() { return 1; }
    int twice() { return size() * 2; }
}
