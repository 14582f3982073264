package app.sub;

public class Inner {
    public static String text(int n) { return "in" + outer(n);
    }
    private static int outer(int n) {
        try { return (int) Class.forName("app.Main").getDeclaredMethod("twice", int.class).getParameterCount() + n; } catch (ReflectiveOperationException e) { return -1; } }
}
