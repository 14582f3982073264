package app;

class Main {
    static String name = new String("one for all");
    String show() { return name + "."; }
}
