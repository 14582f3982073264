package app;

class Main extends Base {
    static String name = "main-";
    String show() { return name + Base.name; }
}
