package app.base;

public abstract class Part {
    protected String id = "id";
    protected String wrap(String s) { return "(" + s + ")"; }
    protected Part() { }
}
