package app;

class Base {
    int level = 30;
    String base() { return "b" + level; }
}
