package app;

class Main {
    String show() { return Both.one() + Both.two(); }
}
