package app;

class Main extends Base {
    final String own;
    Main() { super("m"); own = "own"; }
    String show() { return tag + own; }
}
