package app;

class Main {
    String show() { return Op.TWICE.apply(4) + ""; }
}
