package app;

final class Tool {
    static final Tool INSTANCE = new Tool();
    private int calls;
    private Tool() { }
    final String text(int n) {
        calls += n;
        if (calls > 100) { calls = 0; }
        calls = calls % 7 == 0 ? n : n + 1;
        return "tool" + calls;
    }
}
