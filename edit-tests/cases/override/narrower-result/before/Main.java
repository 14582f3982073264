package app;

class Main {
    static class Copy { Object make() { return "copy"; } }
    static class Text extends Copy { int n; }
    final Copy copy = new Text();
    String show() { return "" + copy.make() + new Text().make(); }
}
