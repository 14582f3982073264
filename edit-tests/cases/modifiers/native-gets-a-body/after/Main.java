package app;

class Main {
    static String a() { return "a"; }
    String b() { return "b"; }
    String show() { try { return a() + b(); } catch (UnsatisfiedLinkError e) { return "unlinked"; } }
}
