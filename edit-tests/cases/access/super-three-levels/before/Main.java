package app;

class Main extends Middle {
    @Override String path() { return super.path() + "/main"; }
    String show() { return path(); }
}
