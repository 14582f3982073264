package app;

class Main {
    String show() { return Paint.of(Paint.Color.RED) + Paint.number(); }
}
