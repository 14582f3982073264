package lib;

public class Base extends Hidden { }

class Hidden {
    public int field = 3;
    public String open() { return "open"; }
    protected String shut() { return "shut"; }
    protected static String both() { return "both"; }
}
