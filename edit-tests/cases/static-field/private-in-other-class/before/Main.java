package app;

class Main {
    String show() { return "id " + Ids.next(5); }
}
