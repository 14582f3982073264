package app;

class Main {
    String show() { return new Old() { }.text(); }
}
