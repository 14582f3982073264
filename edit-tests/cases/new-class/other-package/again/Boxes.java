package app.util;

public final class Boxes {
    private Boxes() { }
    public static String box(Object o) { return "|" + o + "|"; }
}
