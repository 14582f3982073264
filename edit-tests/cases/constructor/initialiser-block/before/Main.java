package app;

class Main {
    int sum;
    {
        for (int i = 0; i < 3; i++) { sum += i; }
    }
    String show() { return "sum" + sum; }
}
