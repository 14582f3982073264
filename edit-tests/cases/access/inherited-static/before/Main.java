package app;

class Main {
    String show() { return Sub.twice(2) + ""; }
}
