package app;

class Main {
    String name = new String("own");
    String show() { return name + "."; }
}
