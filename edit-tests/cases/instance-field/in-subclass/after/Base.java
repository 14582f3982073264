package app;

class Base {
    int n = 2;
    String base() { return "base" + n; }
}
