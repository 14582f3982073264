package app;

class Main {
    String show() { return Day.first() + "" + Day.SUN.ordinal(); }
}
