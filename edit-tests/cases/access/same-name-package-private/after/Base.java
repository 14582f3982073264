package app.base;

public class Base {
    String secret() { return "their base"; }
    public String open() { return secret(); }
}
