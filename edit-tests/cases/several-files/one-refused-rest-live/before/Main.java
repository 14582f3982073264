package app;

class Main {
    String show() { return Good.text() + new Bad().text(); }
}
