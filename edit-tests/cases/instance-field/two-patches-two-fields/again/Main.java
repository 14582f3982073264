package app;

class Main {
    int first = 1;
    int second = first + 1;
    int[] third = {first, second};
    String show() { return "" + first; }
}
