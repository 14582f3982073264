package app;

class Main {
    final Failure f = new Failure(7, null);
    String show() { return f.getMessage() + f.code; }
}
