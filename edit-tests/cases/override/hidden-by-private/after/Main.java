package app;

class Main {
    static class Top { private String id() { return "top"; } String call() { return id(); } }
    static class Sub extends Top { private String id() { return "sub"; } String mine() { return id(); } }
    final Top top = new Sub();
    String show() { return top.call() + ((Sub) top).mine(); }
}
