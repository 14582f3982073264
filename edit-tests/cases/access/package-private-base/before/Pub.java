package app.lib;

public class Pub extends Hidden {
    @Override public int own() { return base() + 1; }
}
