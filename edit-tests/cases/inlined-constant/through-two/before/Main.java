package app;

class Main implements Names {
    String show() { return FULL + Names.FULL.length(); }
}
