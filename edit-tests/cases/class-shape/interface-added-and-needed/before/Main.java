package app;

class Main {
    private final Word w = new Word();

    String show() { return w.text(); }

    static String of(Named named) { return named.text() + "!"; }
}
