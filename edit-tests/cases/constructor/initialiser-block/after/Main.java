package app;

class Main {
    int sum;
    {
        for (int i = 0; i < 3; i++) { sum += i * i; }
        sum = sum > 4 ? -sum : 2 * sum;
    }
    String show() { return "sum" + sum; }
}
