package app;

class Main extends Base {
    String show() { return "m" + seed + base(); }
}
