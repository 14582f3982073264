package app;

class Main {
    static int cost(Size s) {
        return switch (s) { case S -> 1; case M -> 2; case L -> 3; };
    }
    String show() { return cost(Size.S) + "" + cost(Size.L); }
}
