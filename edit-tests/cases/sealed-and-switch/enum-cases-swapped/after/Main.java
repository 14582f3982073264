package app;

class Main {
    static int cost(Size s) {
        return switch (s) { case L -> 1; case M -> 2; case S -> { int n = s.ordinal(); yield n + 7; } };
    }
    String show() { return cost(Size.S) + "" + cost(Size.L); }
}
