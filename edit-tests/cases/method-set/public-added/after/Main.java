package app;

class Main {
    final Counter counter = new Counter(3);
    String show() { return counter.longText("!"); }
}
