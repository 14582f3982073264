package app;

public class Counter {
    private final int n;
    public Counter(int n) { this.n = n; }
    public String text() { return "n" + n; }
    public String longText(String end) { return text() + " = " + n + end; }
}
