package app;

class Child extends Parent {
    int n;
    static String name(String s) { return s + "son of " + Parent.name(s); }
}
