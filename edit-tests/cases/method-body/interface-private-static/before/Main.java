package app;

class Main {
    String show() { return new Temp(20).text(); }
}
