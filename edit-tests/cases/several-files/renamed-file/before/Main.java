package app;

class Main {
    String show() { return new OldName().text(); }
}
