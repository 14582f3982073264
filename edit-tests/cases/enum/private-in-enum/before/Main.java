package app;

class Main {
    String show() { return Code.find(2) + Code.find(9); }
}
