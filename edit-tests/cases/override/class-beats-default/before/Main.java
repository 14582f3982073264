package app;

class Main {
    interface Sized { default int size() { return 1; } }
    static class Base { int base; }
    static class Box extends Base implements Sized { }
    final Sized sized = new Box();
    String show() { return "" + sized.size(); }
}
