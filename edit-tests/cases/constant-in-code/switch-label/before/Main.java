package app;

class Main {
    static String name(int n) {
        switch (n) {
            case 1: return "one";
            case 2: return "two";
            default: return "many";
        }
    }
    String show() { return name(1) + name(2) + name(3); }
}
