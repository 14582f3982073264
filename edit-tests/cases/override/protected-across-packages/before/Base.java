package lib;

public abstract class Base {
    protected String part() { return "base"; }
    public String whole() { return "[" + part() + "]"; }
}
