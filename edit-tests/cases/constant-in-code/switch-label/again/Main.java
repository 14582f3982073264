package app;

class Main {
    static String name(int n) {
        switch (n) {
            case 100000: return "one";
            case 3: return "two";
            default: return "many";
        }
    }
    String show() { return name(1) + name(2) + name(3); }
}
