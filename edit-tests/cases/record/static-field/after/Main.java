package app;

class Main {
    String show() { return (Id.of("a") == Id.of("a")) + Id.of("a").key(); }
}
