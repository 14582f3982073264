package app;

class Main {
    String show() { return Numbers.half(10); }
}
