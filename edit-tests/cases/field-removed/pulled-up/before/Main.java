package app;

class Main extends Base {
    int level = 3;
    String show() { return level + base(); }
}
