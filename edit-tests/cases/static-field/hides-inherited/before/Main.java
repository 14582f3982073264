package app;

class Main extends Base {
    String show() { return name + Base.name; }
}
