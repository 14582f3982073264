package app;

class Main {
    static native String a();
    native String b();
    String show() { try { return a() + b(); } catch (UnsatisfiedLinkError e) { return "unlinked"; } }
}
