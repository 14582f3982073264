package app;

class Main {
    final Word w = new Word();
    String show() { return w.text(); }
}
