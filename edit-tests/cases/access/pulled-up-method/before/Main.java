package app;

class Main {
    final Lower low = new Lower();
    String show() { return low.text(3); }
}
