package app;

class Main implements Left, Right {
    @Override public String side() { return Left.super.side(); }
    String show() { return side(); }
}
