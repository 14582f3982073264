package app;

class Main {
    static int a = Integer.parseInt("1");
    static int b = a + 1;
    String show() { return a + "" + b; }
}
