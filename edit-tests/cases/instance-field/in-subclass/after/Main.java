package app;

class Main extends Base {
    int n = 1;
    String show() { return "sub" + n + super.n + base(); }
}
