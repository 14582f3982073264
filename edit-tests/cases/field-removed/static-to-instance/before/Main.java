package app;

class Main {
    static String name = new String("shared");
    String show() { return name.length() + name; }
}
