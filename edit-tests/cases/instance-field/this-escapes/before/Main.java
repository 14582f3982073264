package app;

class Main {
    final String seen = peek();
    final String own = "own";
    private String peek() { return "peek " + own; }
    String show() { return seen; }
}
