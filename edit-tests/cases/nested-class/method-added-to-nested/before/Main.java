package app;

import java.util.function.*;
class Main {
    static class Node {
        final Node next;
        Node(Node next) { this.next = next; }
    }
    final Node list = new Node(new Node(null));
    String show() { return "?"; }
}
