package app;

class Main {
    static class A { String m() { return "a"; } }
    static class B extends A { int b; }
    static class C extends B { int c; }
    static class D extends C { @Override String m() { return super.m() + "d"; } }
    final A[] all = { new A(), new B(), new C(), new D() };
    String show() { StringBuilder s = new StringBuilder(); for (A x : all) { s.append(x.m()).append(' '); } return s.toString().trim(); }
}
