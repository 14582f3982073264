package app.lib;

public class Maker {
    protected Part make() { return new Part(); }
    protected String name(Part p) { return p.toString(); }
}
class Part {
    @Override public String toString() { return "part"; }
}
