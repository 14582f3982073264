package app;

class Main implements Left, Right {
    @Override public String side() { String s = Right.super.side();
        for (int i = 0; i < 2; i++) { s += Left.super.side().charAt(i); }
        return s; }
    String show() { return side(); }
}
