package app;

class Main {
    static class Base { String id() { return "base"; } }
    static class Sub extends Base { String both() { return id() + super.id(); } }
    final Sub sub = new Sub();
    String show() { return sub.both(); }
}
