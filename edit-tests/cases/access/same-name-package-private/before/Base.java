package app.base;

public class Base {
    String secret() { return "base"; }
    public String open() { return secret(); }
}
