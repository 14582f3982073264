package app;

class Main {
    String show() { return Size.of('M').next() + "" + Size.of('L').next(); }
}
