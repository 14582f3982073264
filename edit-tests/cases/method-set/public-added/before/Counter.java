package app;

public class Counter {
    private final int n;
    public Counter(int n) { this.n = n; }
    public String text() { return "n" + n; }
}
