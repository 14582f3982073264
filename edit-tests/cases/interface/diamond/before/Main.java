package app;

class Main implements Left, Right {
    @Override public String id() { return Left.super.id() + Right.super.id(); }
    String show() { return id(); }
}
