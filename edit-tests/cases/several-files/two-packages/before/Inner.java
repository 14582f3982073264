package app.sub;

public class Inner {
    public static String text(int n) { return "i" + n; }
}
