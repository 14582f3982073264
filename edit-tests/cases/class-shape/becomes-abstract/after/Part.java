package app;

abstract class Part {
    abstract int size();
    int twice() { return size() * 2; }
}
