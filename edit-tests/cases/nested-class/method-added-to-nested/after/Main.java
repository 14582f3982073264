package app;

import java.util.function.*;
class Main {
    static class Node {
        final Node next;
        Node(Node next) { this.next = next; }
        private int size() { return next == null ? 1 : 1 + next.size(); }
    }
    final Node list = new Node(new Node(null));
    String show() { Supplier<Integer> s = () -> list.size();
        return "" + s.get(); }
}
