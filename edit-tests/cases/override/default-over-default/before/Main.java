package app;

class Main {
    interface Node { default String kind() { return "node"; } }
    interface Leaf extends Node { int SIZE = 1; }
    static class Apple implements Leaf { }
    static class Wood implements Node { }
    final Node[] nodes = { new Apple(), new Wood() };
    String show() { return nodes[0].kind() + nodes[1].kind() + new Apple().kind(); }
}
