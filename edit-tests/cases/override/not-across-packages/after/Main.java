package app;

class Main extends lib.Base {
    String part() { return "mine"; }
    String show() { return whole() + part(); }
}
