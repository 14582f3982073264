package app;

class Main {
    String show() { return Tool.twice(4) + ""; }
}
