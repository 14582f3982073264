package app;

class Main {
    private int secret(int n) { return n * n + 1; }
    String show() {
        try {
            var m = Main.class.getDeclaredMethod("secret", int.class);
            return m.getName() + m.invoke(this, 7);
        } catch (ReflectiveOperationException e) { return e.toString(); }
    }
}
