package app;

class Main {
    static class A { String m() { return "a"; } }
    static class B extends A {
        String other() { java.util.function.Supplier<String> s = super::m; return super.m() + s.get(); }
    }
    final B b = new B();
    String show() { return b.m() + b.other(); }
}
