package app;

class Main {
    String show() { return Op.ADD.apply(6, 3) + " " + Op.SUB.apply(6, 3); }
}
