package app;

class Child extends Parent {
    int n;
    static String name(String s) { return s + "child of " + Parent.name(s); }
}
