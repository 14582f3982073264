package app;

class Main extends Middle {
    @Override String path() { return super.path() + "/m"; }
    String show() { return path(); }
}
