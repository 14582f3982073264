package app;

class Main {
    String show() { return new NewName().text(); }
}
