package app;

class Main {
    static class Copy { Object make() { return "copy"; } }
    static class Text extends Copy { @Override String make() { return "text"; } }
    final Copy copy = new Text();
    String show() { return "" + copy.make() + new Text().make().length(); }
}
