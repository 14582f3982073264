package app;

class Main {
    int a = next(1);
    int b = next(10);
    int counter;
    private int next(int n) { counter += n; return counter; }
    String show() { return a + " " + b; }
}
