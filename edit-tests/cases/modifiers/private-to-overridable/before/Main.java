package app;

class Main {
    static class A { private String m() { return "a"; } String call() { return m(); } }
    static class B extends A { String m() { return "b"; } }
    final A[] all = { new A(), new B() };
    String show() { return all[0].call() + all[1].call(); }
}
