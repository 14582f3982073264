package app;

class Parent {
    static String name(String s) { return s + "parent"; }
}
