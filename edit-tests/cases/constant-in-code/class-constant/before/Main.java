package app;

class Main {
    String show() { return String.class.getSimpleName(); }
}
