package app;

class Main {
    String show() { return Id.of("a").key(); }
}
