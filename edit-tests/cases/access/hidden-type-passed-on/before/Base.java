package lib;

public class Base {
    protected Secret make(int n) { return new Secret(n); }
    protected String tell(Secret s) { return "told" + s.n; }
    public static int weigh(Secret s) { return s.n * 2; }
    protected Secret kept = make(7);
}

class Secret {
    final int n;
    Secret(int n) { this.n = n; }
    @Override public String toString() { return "secret" + n; }
}
