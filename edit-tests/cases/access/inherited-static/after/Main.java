package app;

class Main {
    String show() { return Sub.twice(Sub.factor) + "/" + Base.twice(5); }
}
