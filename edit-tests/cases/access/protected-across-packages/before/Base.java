package app.base;

public class Base {
    protected int level = 3;
    protected String describe() { return "level " + level; }
    protected static String tag() { return "#"; }
}
