package lib;

public class Base {
    String part() { return "base"; }
    public String whole() { return part(); }
}
