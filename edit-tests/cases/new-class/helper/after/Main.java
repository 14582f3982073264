package app;

class Main {
    String show() { return new Helper("h").text(); }
}
